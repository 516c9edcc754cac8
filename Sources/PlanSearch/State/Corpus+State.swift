extension Corpus {
    /// Reads the columns of a kept corpus; `nil` where they don't fit each other.
    init?(from reader: inout StateReader) {
        guard let words = reader.texts(), let traits = reader.column(UInt8.self),
            let tokens = reader.column(UInt32.self), let segmentEnds = reader.column(UInt32.self),
            let segmentWeights = reader.column(UInt32.self), let partEnds = reader.column(UInt32.self),
            let partWords = reader.column(UInt32.self), let anchors = reader.texts(),
            let headings = reader.texts(), let documentEnds = reader.column(UInt32.self)
        else { return nil }
        guard traits.count == words.count, Columns.areAllBelow(words.count, tokens, mask: Self.formMask),
            Columns.rise(segmentEnds, to: tokens.count), segmentWeights.count == segmentEnds.count,
            Columns.areAllBelow(SearchField.heaviest + 1, segmentWeights, mask: ~Self.titleBit),
            Columns.rise(partEnds, to: segmentEnds.count), partWords.count == partEnds.count,
            anchors.count == partEnds.count, headings.count == partEnds.count, partEnds.count < 1 << 28,
            Columns.rise(documentEnds, to: partEnds.count)
        else { return nil }
        // No word is empty, and every document has a part.
        guard Columns.areDifferent(words.ends), Columns.areDifferent(documentEnds) else { return nil }
        forms = FormTable(words)
        (self.traits, self.tokens, self.segmentEnds) = (traits, tokens, segmentEnds)
        (self.segmentWeights, self.partEnds, self.partWords) = (segmentWeights, partEnds, partWords)
        (self.anchors, self.headings, self.documentEnds) = (anchors, headings, documentEnds)
    }

    func write(to writer: StateWriter) {
        writer.column(forms.bytes)
        writer.column(Array(forms.starts.dropFirst()))
        writer.column(traits)
        writer.column(tokens)
        writer.column(segmentEnds)
        writer.column(segmentWeights)
        writer.column(partEnds)
        writer.column(partWords)
        writer.texts(anchors)
        writer.texts(headings)
        writer.column(documentEnds)
    }
}

extension WordClasses {
    /// Reads the columns of kept classes; `nil` where they don't fit each other.
    init?(from reader: inout StateReader, forms: FormTable, rules: LanguageRules) {
        guard let counts = reader.column(UInt32.self), let ofForm = reader.column(UInt32.self),
            let heads = reader.column(UInt32.self), let pieceEnds = reader.column(UInt32.self),
            let pieceClasses = reader.column(UInt32.self), let pieceWeights = reader.column(UInt32.self),
            let splits = reader.column(UInt8.self), let firsts = reader.column(UInt32.self),
            let seconds = reader.column(UInt32.self), let isTied = reader.column(UInt8.self)
        else { return nil }
        guard counts.count == forms.count, ofForm.count == forms.count, pieceEnds.count == forms.count,
            splits.count == forms.count, Columns.areAllBelow(heads.count, ofForm),
            Columns.areAllBelow(forms.count, heads), Columns.rise(pieceEnds, to: pieceClasses.count),
            Columns.areAllBelow(heads.count, pieceClasses), pieceWeights.count == pieceClasses.count,
            Columns.areAllBelow(65, pieceWeights), firsts.count == forms.count, seconds.count == forms.count,
            isTied.count == forms.count, Columns.areAllBelow(forms.count, firsts),
            Columns.areAllBelow(forms.count, seconds)
        else { return nil }
        (self.counts, self.ofForm, self.heads, self.splits) = (counts, ofForm, heads, splits)
        (self.pieceEnds, self.pieceClasses, self.pieceWeights) = (pieceEnds, pieceClasses, pieceWeights)
        (self.firsts, self.seconds, self.isTied) = (firsts, seconds, isTied)
        isStopWord = Self.stopWords(among: forms, rules: rules)
    }

    func write(to writer: StateWriter) {
        writer.column(counts)
        writer.column(ofForm)
        writer.column(heads)
        writer.column(pieceEnds)
        writer.column(pieceClasses)
        writer.column(pieceWeights)
        writer.column(splits)
        writer.column(firsts)
        writer.column(seconds)
        writer.column(isTied)
    }
}
