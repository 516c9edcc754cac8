/* Search in the browser: the reading side of docs/search-index.md. Numbers in comments are its sections.
   Everything from the index, the address or a page is written as text, never as markup. */
"use strict";

const KlarplanSearch = (() => {
  const VERSION = 2, LONGEST_QUERY = 2000, MOST_WORDS = 12, LONGEST_WORD = 60, WEAK = 8, MOST_CUTS = 2, MOST_CONTAINING = 4, SHORTEST_HELD = 4, SHORTEST_REST = 3;
  const MOST_COMPLETIONS = 400, MOST_PHRASE_PAGES = 40, LONGEST_PASSAGE = 220, BEFORE_MARK = 80;
  const FACETS = ["type", "organisation", "plan", "period", "status", "unit"];
  const FACTOR = { exact: 16, inflected: 14, folded: 10, foldedInflected: 9, prefix: 8, parts: 6, contained: 6, spelling: 9, held: 4 };
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

  /** Why a file could not be read: kind is missing, cut or version. */
  class Fault extends Error {
    constructor(kind, file) { super(kind + ": " + file); this.kind = kind; this.file = file; }
  }

  // MARK: 1. Files

  class Reader {
    constructor(buffer, letter, file) {
      this.bytes = new Uint8Array(buffer);
      this.file = file;
      const head = this.bytes, view = new DataView(buffer);
      if (head.length < 10 || head[0] !== 75 || head[1] !== 80 || head[2] !== 83 || head[3] !== letter) this.fail();
      if (view.getUint16(4, true) !== VERSION) throw new Fault("version", file);
      if (view.getUint32(6, true) !== head.length - 10) this.fail();
      this.at = 10;
    }
    fail() { throw new Fault("cut", this.file); }
    get isAtEnd() { return this.at >= this.bytes.length; }
    u8() { return this.at < this.bytes.length ? this.bytes[this.at++] : this.fail(); }
    u32() { return this.u8() + this.u8() * 256 + this.u8() * 65536 + this.u8() * 16777216; }
    varint() {
      let value = 0;
      for (let unit = 1; unit <= 268435456; unit *= 128) {
        const byte = this.u8();
        value += (byte & 127) * unit;
        if (byte < 128) return value <= 0x7fffffff ? value : this.fail();
      }
      return this.fail();
    }
    /** A count of things that each take at least a byte. */
    count() { const count = this.varint(); return count <= this.bytes.length - this.at ? count : this.fail(); }
    slice(length) {
      if (length > this.bytes.length - this.at) this.fail();
      return this.bytes.subarray(this.at, this.at += length);
    }
    string() { return utf8.decode(this.slice(this.varint())); }
    /** Bytes by what they share with those before. */
    front(before) {
      const shared = this.u8();
      if (shared > before.length) this.fail();
      const rest = this.slice(this.varint()), bytes = new Uint8Array(shared + rest.length);
      bytes.set(before.subarray(0, shared));
      bytes.set(rest, shared);
      return bytes;
    }
    list(read) { const result = []; for (let n = this.count(); n > 0; n--) result.push(read()); return result; }
    end(value) { return this.isAtEnd ? value : this.fail(); }

    // Coded bodies: a range coder over odds that learn, each with a count of how often it was asked in its low 6 bits.
    open(kinds) {
      this.text = kinds * PER_NUMBER;
      this.cells = new Uint32Array(this.text + 65536).fill(32768 * 64);
      this.range = 0xffffffff;
      this.code = 0;
      for (let n = 0; n < 4; n++) this.code = this.code * 256 + this.u8();
      return this;
    }
    bit(cell) {
      const state = this.cells[cell], odds = state >>> 6, count = state & 63, bound = (this.range >>> 12) * (odds >>> 4);
      const bit = this.code < bound, rate = RATES[count];
      if (bit) this.range = bound; else { this.code -= bound; this.range -= bound; }
      const moved = bit ? odds + ((65536 - odds) * rate >>> 16) : odds - (odds * rate >>> 16);
      this.cells[cell] = moved * 64 + (count < 63 ? count + 1 : 63);
      this.refill();
      return bit ? 1 : 0;
    }
    evenBit() {
      this.range >>>= 1;
      const bit = this.code >= this.range ? 1 : 0;
      if (bit) this.code -= this.range;
      this.refill();
      return bit;
    }
    refill() { while (this.range < 16777216) { this.range *= 256; this.code = this.code * 256 + this.u8(); } }
    number(kind) {
      const base = kind * PER_NUMBER;
      let length = 1, value = 1, node = 1;
      while (this.bit(base + length)) if (++length > 31) this.fail();
      for (let place = 0; place < length - 1; place++) {
        const bit = place < 3 ? this.bit(base + 32 + length * 8 + node) : this.evenBit();
        node = node * 2 + bit;
        value = value * 2 + bit;
      }
      return value - 1;
    }
    letters(kind, last = 0) {
      const count = this.number(kind), letters = [];
      if (count > 1048576) this.fail();
      for (let n = 0; n < count; n++) {
        let node = 1;
        while (node < 256) node = node * 2 + this.bit(this.text + last * 256 + node);
        letters.push(last = node - 256);
      }
      return Uint8Array.from(letters);
    }
    word(kind) { return utf8.decode(this.letters(kind)); }
    /** Bytes by how many of those before fall away, and what follows. */
    next(before, kind) {
      const kept = before.length - this.number(kind);
      if (kept < 0) this.fail();
      const rest = this.letters(kind + 1, kept > 0 ? before[kept - 1] : 0), bytes = new Uint8Array(kept + rest.length);
      bytes.set(before.subarray(0, kept));
      bytes.set(rest, kept);
      return bytes;
    }
    times(kind, read) { const result = []; for (let n = this.number(kind); n > 0; n--) result.push(read()); return result; }
    /** Postings, each part × 16 + level. */
    postings(kind, parts) {
      const count = this.number(kind), length = bitLength(count), result = [];
      if (count > parts) this.fail();
      for (let n = 0, part = 0; n < count; n++, part++) {
        part += this.number(kind + 1 + length);
        const level = this.number(kind + 33 + length) + 1;
        if (part >= parts || level > 15) this.fail();
        result.push(part * 16 + level);
      }
      return result;
    }
  }

  const NONE = new Uint8Array(0);
  const bitLength = (number) => number === 0 ? 0 : Math.floor(Math.log2(number)) + 1;

  const PER_NUMBER = 288, RATES = Array.from({ length: 64 }, (_, count) => Math.floor(327680 / (5 * count + 8)));

  /** Postings: part → level. */
  const postings = (packed) => new Map(packed.map((one) => [one >> 4, one & 15]));

  /** Order by code points, which is that of UTF-8. */
  function compare(left, right) {
    const length = Math.min(left.length, right.length);
    for (let i = 0; i < length; i++) {
      let a = left.charCodeAt(i), b = right.charCodeAt(i);
      if (a === b) continue;
      if (a >= 0xd800 && b >= 0xd800) { a += a >= 0xe000 ? -0x800 : 0x2000; b += b >= 0xe000 ? -0x800 : 0x2000; }
      return a - b;
    }
    return left.length - right.length;
  }

  const fold = (word) => word.replace(/[åäö]/g, (letter) => letter === "ö" ? "o" : "a");
  const isLetters = (word) => !/[\0-`{-\x7f]/.test(word);
  const codePoints = (word) => [...word];

  /** One index: a folder of files, fetched when they are wanted. */
  class Index {
    constructor(folder, site) { this.folder = folder; this.site = site; this.files = new Map(); this.pages = new Map(); }

    load(name, letter, parse) {
      let file = this.files.get(name);
      if (!file) {
        file = this.fetch(name).then((buffer) => {
          try { return parse(new Reader(buffer, letter.charCodeAt(0), name)); } catch (error) {
            // Whatever else a damaged file leads to, such as a list that is too long for the memory.
            throw error instanceof Fault ? error : new Fault("cut", name);
          }
        });
        // What failed is tried again with the next question.
        file.catch(() => this.files.delete(name));
        this.files.set(name, file);
      }
      return file;
    }
    async fetch(name) {
      let response;
      try {
        response = await fetch(this.folder + name, name === "root.bin" ? { cache: "no-cache" } : {});
        if (response.ok) return await response.arrayBuffer();
      } catch { /* told below */ }
      throw new Fault("missing", name);
    }
    named(letter, hash, parse) {
      return this.load(letter + "-" + hash.toString(16).padStart(8, "0") + ".bin", letter.toUpperCase(), parse);
    }

    root() {
      return this.load("root.bin", "R", (file) => {
        const root = { language: file.string(), splits: (file.varint() & 1) === 1, documents: file.varint() };
        root.parts = file.varint();
        root.perBlock = file.varint();
        if (root.perBlock < 1 || root.parts < root.documents || root.parts >= 2 ** 26) file.fail();
        root.stopWords = new Set(file.list(() => file.string()));
        root.suffixes = new Map(file.list(() => [file.string(), file.varint()]));
        root.longestSuffix = Math.max(0, ...[...root.suffixes.keys()].map((suffix) => suffix.length));
        root.ranks = file.u32();
        root.columns = FACETS.map(() => file.u32());
        root.blocks = file.list(() => file.u32());
        if (root.blocks.length !== Math.ceil(root.documents / root.perBlock)) file.fail();
        const directory = () => {
          let key = NONE;
          return file.list(() => [utf8.decode(key = file.front(key)), file.u32()]);
        };
        root.terms = directory();
        root.spelling = directory();
        return file.end(root);
      });
    }
    /** The first part, the document and the prior of everything. */
    async ranks() {
      const root = await this.root();
      return this.named("k", root.ranks, (file) => {
        const priors = new Uint8Array(root.documents), documents = new Uint32Array(root.parts);
        const starts = new Uint32Array(root.documents + 1);
        let document = 0, part = 0;
        for (let runs = file.count(); runs > 0; runs--) {
          const length = file.varint(), prior = file.u8(), parts = file.varint();
          if (parts < 1 || document + length > root.documents || part + length * parts > root.parts) file.fail();
          for (let n = 0; n < length; n++, document++) {
            priors[document] = prior;
            starts[document] = part;
            documents.fill(document, part, part += parts);
          }
        }
        starts[document] = part;
        if (document !== root.documents || part !== root.parts) file.fail();
        return file.end({ priors, documents, starts });
      });
    }
    /** A facet's values, and which of them each document has. */
    async column(facet) {
      const root = await this.root();
      return this.named("c", root.columns[facet], (file) => {
        let id = NONE;
        if (file.open(9).number(0) !== facet) file.fail();
        const values = file.times(1, () => ({ id: utf8.decode(id = file.next(id, 2)), title: file.word(4) })), held = [];
        for (let runs = file.number(5); runs > 0; runs--) {
          const length = file.number(6), numbers = file.times(7, () => file.number(8));
          if (held.length + length > root.documents || numbers.some((number) => number >= values.length)) file.fail();
          for (let n = 0; n < length; n++) held.push(numbers);
        }
        if (held.length !== root.documents) file.fail();
        return file.end({ values, held });
      });
    }
    async record(document) {
      const root = await this.root(), { starts } = await this.ranks();
      const block = Math.floor(document / root.perBlock), first = block * root.perBlock;
      const records = await this.named("d", root.blocks[block], (file) => {
        const records = [];
        let url = NONE;
        file.open(15);
        const values = FACETS.slice(0, 5).map(() => file.times(0, () => ({ id: file.word(1), title: file.word(2) })));
        for (let n = first; n < Math.min(first + root.perBlock, root.documents); n++) {
          const record = { url: utf8.decode(url = file.next(url, 3)), title: file.word(5), code: file.word(6) };
          for (let facet = 0; facet < 5; facet++) {
            const number = file.number(10 + facet);
            if (number > values[facet].length) file.fail();
            record[FACETS[facet]] = number > 0 ? values[facet][number - 1] : null;
          }
          record.words = file.number(7) * 64;
          record.parts = [];
          for (let part = starts[n]; part < starts[n + 1]; part++) {
            record.parts.push({ anchor: file.word(8), heading: file.word(9) });
          }
          records.push(record);
        }
        return file.end(records);
      });
      return records[document - first];
    }

    /** The blocks of a page, by its address on the site. */
    page(url) {
      const path = url.split("#")[0];
      let page = this.pages.get(path);
      if (!page) {
        page = fetch(this.site + path).then((response) => {
          if (!response.ok) throw new Fault("page", path);
          return response.text();
        }).then(blocks, () => { throw new Fault("page", path); });
        page.catch(() => this.pages.delete(path));
        this.pages.set(path, page);
      }
      return page;
    }

    /** The shard of a key in a directory, or null. */
    static shard(directory, key) {
      if (directory.length === 0) return null;
      let low = 0, high = directory.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (compare(key, directory[middle][0]) < 0) high = middle; else low = middle;
      }
      return directory[low][1];
    }
    async terms(key) {
      const root = await this.root(), hash = Index.shard(root.terms, key);
      if (hash === null) return null;
      return this.named("t", hash, (file) => {
        const shard = { forms: [], classes: [], prefixes: new Map() }, firsts = [];
        const formCount = file.open(76).number(0), prefixCount = file.number(0);
        let bytes = NONE;
        for (let n = 0; n < formCount; n++) {
          const exact = utf8.decode(bytes = file.next(bytes, 1)), reference = file.number(3);
          const form = { exact, folded: fold(exact), number: -1, home: "" };
          if (reference === 0) form.home = file.word(4);
          else if (reference === 1) form.number = firsts.push(exact) - 1;
          else if (reference - 1 > firsts.length) file.fail();
          else form.number = firsts.length - (reference - 1);
          shard.forms.push(form);
        }
        for (const first of firsts) {
          const splits = file.times(5, () => file.number(6)), also = file.times(7, () => file.word(8));
          shard.classes.push({ first, splits, also, packed: file.postings(11, root.parts) });
        }
        bytes = NONE;
        for (let n = 0; n < prefixCount; n++) {
          bytes = file.next(bytes, 9);
          shard.prefixes.set(utf8.decode(bytes), file.postings(11, root.parts));
        }
        return file.end(shard);
      });
    }
    /** The words under a spelling key, with their weights. */
    async spellings(key) {
      const root = await this.root(), hash = Index.shard(root.spelling, key);
      if (hash === null) return [];
      const shard = await this.named("s", hash, (file) => {
        let name = NONE;
        return file.open(7).end(new Map(file.times(0, () => {
          let bytes = (name = file.next(name, 1)).subarray(1);
          return [utf8.decode(name), file.times(3, () => [utf8.decode(bytes = file.next(bytes, 4)), file.number(6)])];
        })));
      });
      return shard.get(key) || [];
    }
  }

  // MARK: 3. Words

  const OTHER = 0, LETTER = 1, DIGIT = 2, NOTHING = 3, SPACE = 4, HYPHEN = 5, SIGN = 6;
  const LETTERS = { "æ": "ä", "ø": "ö", "œ": "oe", "ß": "ss", "þ": "th", "đ": "d", "ð": "d", "ł": "l", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "å": "å", "ä": "ä", "ö": "ö" };
  const known = new Map();

  /** How a code point is read: its kind and letters. */
  function unit(char) {
    let result = known.get(char);
    if (result) return result;
    const is = (kind, text = char) => ({ kind, text });
    if (/[ \u00a0\u2007\u2009\u202f]/.test(char)) result = is(SPACE);
    else if (/[-\u2010\u2011]/.test(char)) result = is(HYPHEN);
    else if (/[.,:/]/.test(char)) result = is(SIGN);
    else if (/[\u00ad\u200b-\u200d\u2060\ufeff\p{M}]/u.test(char)) result = is(NOTHING);
    else if (/[0-9]/.test(char)) result = is(DIGIT);
    else if (/[\p{L}\p{N}]/u.test(char)) {
      const lower = codePoints(char.toLowerCase())[0];
      result = is(LETTER, LETTERS[lower] || codePoints(lower.normalize("NFD"))[0]);
    } else result = is(OTHER);
    if (known.size < 4096) known.set(char, result);
    return result;
  }

  const GENITIVES = new Set("s n ns en ens t ts et ets ar arna er erna or r rna".split(" "));

  /** The words of a text in NFC: text, letters only, and where each stands in it. */
  function scan(text, isEnglish) {
    const kinds = [], letters = [], starts = [], ends = [], words = [];
    let place = 0;
    for (const char of text) {
      const { kind, text: read } = unit(char);
      for (const letter of read) { kinds.push(kind); letters.push(letter); starts.push(place); ends.push(place + char.length); }
      place += char.length;
    }
    const isWord = (at) => kinds[at] === LETTER || kinds[at] === DIGIT;
    const three = (at) => kinds[at + 1] === DIGIT && kinds[at + 2] === DIGIT && kinds[at + 3] === DIGIT;
    for (let at = 0; at < kinds.length;) {
      if (!isWord(at)) { at++; continue; }
      const start = at;
      let word = "", length = 0, digits = 0, points = 0, signs = 0, hasLetters = false, hasGroups = false;
      const mayGroup = () => !hasLetters && points + signs === 0 && (hasGroups || digits > 0 && digits < 4);
      const append = () => { if (++length <= LONGEST_WORD) word += letters[at]; };
      for (; at < kinds.length; at++) {
        const kind = kinds[at];
        if (kind === LETTER) { hasLetters = true; append(); }
        else if (kind === DIGIT) { digits++; append(); }
        else if (kind === SIGN) {
          if (kinds[at - 1] !== DIGIT || kinds[at + 1] !== DIGIT) break;
          if (isEnglish && letters[at] === "," && mayGroup() && three(at) && kinds[at + 4] !== DIGIT) hasGroups = true;
          else { if (letters[at] === ".") points++; else signs++; append(); }
        } else if (kind === SPACE) {
          if (!mayGroup() || kinds[at - 1] !== DIGIT || !three(at) || isWord(at + 4)) break;
          hasGroups = true;
        } else if (kind !== NOTHING) break;
      }
      if (isEnglish && !hasLetters && points === 1 && signs === 0) word = word.replace(".", ",");
      words.push({ text: word, isLetters: digits === 0, start: starts[start], end: ends[at - 1] });
      if (letters[at] === ":" && kinds[at - 1] === LETTER && kinds[at + 1] === LETTER) {
        let end = at + 1, ending = "";
        while (isWord(end) && end - at <= 5) ending += letters[end++];
        if (GENITIVES.has(ending) && !isWord(end)) at = end;
      }
    }
    return words;
  }

  // MARK: 4. Queries

  const QUOTES = new Set("\"”“„»«");

  /** What was typed, as words and phrases. */
  function parse(typed, root) {
    const text = codePoints(String(typed).slice(0, 2 * LONGEST_QUERY)).slice(0, LONGEST_QUERY).join("").normalize("NFC");
    const isEnglish = root.language === "en", marks = [], pieces = [], found = [], phrases = [], places = [];
    for (let i = 0; i < text.length; i++) if (QUOTES.has(text[i])) marks.push(i);
    let start = 0;
    for (let pair = 0; pair + 1 < marks.length; pair += 2) {
      pieces.push([start, marks[pair], false], [marks[pair] + 1, marks[pair + 1], true]);
      start = marks[pair + 1] + 1;
    }
    pieces.push([start, text.length, false]);
    const full = pieces.filter(([from, to]) => from < to);
    full.forEach(([from, to, isPhrase], number) => {
      const words = scan(text.slice(from, to), isEnglish);
      for (const word of words) {
        places.push({ text: word.text, start: from + word.start, end: from + word.end });
        found.push({ text: word.text, isLetters: word.isLetters, isRequired: isPhrase, isOpen: false });
      }
      if (isPhrase && words.length > 1) phrases.push(words.map((word) => word.text));
      const last = codePoints(text.slice(-2)).pop();
      if (number === full.length - 1 && !isPhrase && words.length > 0 && [LETTER, DIGIT].includes(unit(last).kind)) {
        found[found.length - 1].isOpen = true;
      }
    });
    const isStop = (word) => root.stopWords.has(word.text);
    const kept = found.every(isStop) ? found : found.filter((word) => !isStop(word));
    const words = [];
    for (const word of kept) {
      const same = words.find((other) => other.text === word.text);
      if (same) { same.isRequired ||= word.isRequired; same.isOpen ||= word.isOpen; }
      else if (words.length < MOST_WORDS) words.push(word);
    }
    return { text, words, phrases, places, isEnglish, isPlain: found.every((word) => fold(word.text) === word.text) };
  }

  /** The distances from a word to every beginning of another, the empty one first: optimal string alignment. */
  function distances(left, right) {
    let before = [], previous = Array.from({ length: right.length + 1 }, (_, column) => column);
    for (let row = 1; row <= left.length; row++) {
      const current = [row];
      for (let column = 1; column <= right.length; column++) {
        const cost = left[row - 1] === right[column - 1] ? 0 : 1;
        let best = Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost);
        if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
          best = Math.min(best, before[column - 2] + 1);
        }
        current.push(best);
      }
      before = previous;
      previous = current;
    }
    return previous;
  }

  /** Whether one suggestion is better than another. */
  function isNearer(one, other) {
    const order = one.rank.findIndex((value, i) => value !== other.rank[i]);
    if (order >= 0) return one.rank[order] < other.rank[order];
    return one.form === other.form ? one.word.length > other.word.length : compare(one.form, other.form) < 0;
  }

  /** Finds what one index has for a word: sources with their postings and marks. */
  class Resolver {
    constructor(index, root, isPlain, faults) { Object.assign(this, { index, root, isPlain, faults }); }

    /** What `read` gives; where a file fails, nothing, and the fault is noted. */
    async guarded(read) {
      try { return await read(); } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        if (!this.faults.some((other) => other.file === fault.file)) this.faults.push(fault);
        return null;
      }
    }
    shard(key) { return this.guarded(() => this.index.terms(key)); }

    class(shard, number) {
      const found = shard.classes[number];
      found.postings ||= postings(found.packed);
      found.marks ||= shard.forms.filter((form) => form.number === number).map((form) => form.exact);
      return found;
    }
    /** The class of a form, which may lie in another shard. */
    async find(form, shard) {
      if (form.number >= 0) return this.class(shard, form.number);
      const home = await this.shard(fold(form.home));
      const there = home && home.forms.find((other) => other.exact === form.home && other.number >= 0);
      return there ? this.class(home, there.number) : null;
    }

    /** How many code points two words share before endings of one paradigm; 0 where too few. */
    nearness(word, other, least) {
      const { suffixes, longestSuffix } = this.root;
      let shared = 0;
      while (shared < word.length && shared < other.length && word[shared] === other[shared]) shared++;
      for (; shared >= least && Math.max(word.length, other.length) - shared <= longestSuffix; shared--) {
        if (shared > 0 && /[\ud800-\udbff]/.test(word[shared - 1])) continue;
        const left = suffixes.get(word.slice(shared)), right = suffixes.get(other.slice(shared));
        if (left !== undefined && right !== undefined && (left & right) !== 0) {
          const count = codePoints(word.slice(0, shared)).length;
          return count >= least ? count : 0;
        }
      }
      return 0;
    }
    async inflected(word, shard, folds) {
      if (!isLetters(word)) return null;
      const length = codePoints(word).length, least = length <= 4 ? 2 : length === 5 ? 3 : 4, near = [];
      for (const form of shard.forms) {
        const other = folds ? form.folded : form.exact;
        if (other === word || other[0] !== word[0] || !isLetters(other) || this.root.stopWords.has(form.exact)) continue;
        const shared = this.nearness(word, other, least);
        if (shared > 0) near.push({ form, shared });
      }
      near.sort((a, b) => b.shared - a.shared);
      let best = null, bestShared = 0;
      for (const { form, shared } of near) {
        if (best && shared < bestShared) break;
        const found = await this.find(form, shard);
        if (!found || found.postings.size === 0 || best && found.postings.size <= best.postings.size) continue;
        best = found;
        bestShared = shared;
      }
      return best;
    }
    /** By its own spelling, else by another ending. */
    async findWord(word, shard) {
      const form = shard.forms.find((other) => other.exact === word);
      const found = form && await this.find(form, shard);
      if (found) return { kind: "exact", found };
      const near = await this.inflected(word, shard, false);
      return near && { kind: "inflected", found: near };
    }

    async resolve(word) {
      const { isPlain } = this, sources = [], folded = fold(word.text), shard = await this.shard(folded);
      const add = (kind, postings, marks) => { if (postings.size > 0) sources.push({ kind, postings, marks }); };
      const addClass = (kind, found) => add(kind, found.postings, [...found.marks, ...found.also]);
      const direct = shard && await this.findWord(word.text, shard), count = direct ? direct.found.postings.size : 0;
      if (direct) addClass(direct.kind, direct.found);
      let isFolded = false;
      if (isPlain && shard) {
        for (const form of shard.forms) {
          if (form.folded !== word.text || form.exact === word.text) continue;
          const found = await this.find(form, shard);
          if (!found || count * 4 >= found.postings.size) continue;
          addClass("folded", found);
          isFolded = true;
        }
        const found = !direct && !isFolded && await this.inflected(word.text, shard, true);
        if (found) { addClass("foldedInflected", found); isFolded = true; }
      }
      if (word.isOpen && shard) {
        const found = this.prefix(word.text, folded, shard);
        if (found) add("prefix", found, []);
      }
      if (!isFolded && count < WEAK) {
        const found = await this.parts(word, direct && direct.found);
        if (found) add("parts", found.postings, found.marks);
      }
      for (const found of sources.length === 0 ? await this.contained(word) : []) addClass("contained", found);
      const spelt = sources.length === 0 && await this.spelling(word);
      if (spelt) addClass("spelling", spelt.found);
      for (const found of sources.length === 0 ? await this.held(word) : []) addClass("held", found);
      return { sources, suggestion: spelt || null };
    }

    // 4.3
    prefix(word, folded, shard) {
      const record = shard.prefixes.get(folded);
      if (record) return postings(record);
      if (codePoints(folded).length < 3) return null;
      const seen = new Set(), levels = new Map();
      let taken = 0;
      for (const form of shard.forms) {
        if (!form.folded.startsWith(folded) || !this.isPlain && !form.exact.startsWith(word)) continue;
        if (++taken > MOST_COMPLETIONS) break;
        if (form.number < 0 || seen.has(form.number)) continue;
        seen.add(form.number);
        for (const [part, level] of this.class(shard, form.number).postings) {
          if (!(levels.get(part) >= level)) levels.set(part, level);
        }
      }
      return levels;
    }

    // 4.4
    async parts(word, direct) {
      if (direct && direct.splits.length > 0) {
        const whole = codePoints(direct.first), pieces = [];
        let start = 0;
        for (const split of [...direct.splits, whole.length]) {
          if (split <= start || split > whole.length) return null;
          pieces.push(whole.slice(start, start = split).join(""));
        }
        const found = [];
        for (const [number, piece] of pieces.entries()) {
          const one = await this.piece(piece, number === pieces.length - 1);
          if (!one) return null;
          found.push(one);
        }
        return this.together(found);
      }
      const letters = codePoints(word.text);
      if (!this.root.splits || !word.isLetters || letters.length < 6) return null;
      let tried = 0;
      for (let length = letters.length - 3; length >= 3; length--) {
        const first = await this.piece(letters.slice(0, length).join(""), false);
        if (!first) continue;
        const second = await this.piece(letters.slice(length).join(""), true);
        if (second) return this.together([first, second]);
        if (++tried === MOST_CUTS) break;
      }
      return null;
    }
    /** A piece as it stands; one that is not the last also without the s, or with the vowel, that compounds change. */
    async piece(piece, isLast) {
      const found = await this.whole(piece);
      if (found || isLast || new TextEncoder().encode(piece).length <= 3) return found;
      if (piece.endsWith("s")) return this.whole(piece.slice(0, -1));
      return /[ou]$/.test(piece) ? this.whole(piece.slice(0, -1) + "a") : null;
    }
    async whole(piece) {
      const shard = this.root.stopWords.has(piece) ? null : await this.shard(fold(piece));
      if (!shard) return null;
      const word = await this.findWord(piece, shard);
      if (word) return word.found;
      let best = null;
      for (const form of this.isPlain ? shard.forms : []) {
        const found = form.folded === piece ? await this.find(form, shard) : null;
        if (found && found.postings.size > (best ? best.postings.size : 0)) best = found;
      }
      return best;
    }
    /** The parts that hold all pieces, at the lowest level. */
    together(pieces) {
      const levels = new Map();
      for (const [part, level] of pieces[0].postings) {
        const all = pieces.map((piece) => piece.postings.get(part));
        if (!all.includes(undefined)) levels.set(part, Math.min(level, ...all));
      }
      return { postings: levels, marks: pieces.flatMap((piece) => [...piece.marks, ...piece.also]) };
    }

    /** Whether a word can take an ending or go without. */
    isEnding(ending) { return ending === "" || ((this.root.suffixes.get(ending) || 0) & (this.root.suffixes.get("") || 0)) !== 0; }
    async spellings(key) { return await this.guarded(() => this.index.spellings(key)) || []; }
    async named(word) {
      const shard = await this.shard(fold(word)), form = shard && shard.forms.find((other) => other.exact === word);
      return form ? this.find(form, shard) : null;
    }

    /** What is left of a word without its longest ending that may be missing; the word where too little is. */
    stem(word) {
      for (let length = Math.min(this.root.longestSuffix, word.length - 1); length >= 1; length--) {
        const stem = word.slice(0, -length);
        if (this.isEnding(word.slice(-length)) && codePoints(stem).length >= 4) return stem;
      }
      return word;
    }

    // 4.7
    async contained(word) {
      if (!word.isLetters || !this.root.splits || codePoints(word.text).length < 4) return [];
      const best = new Map(), classes = [];
      for (const reading of new Set([word.text, this.stem(word.text)])) {
        const letters = codePoints(fold(reading)), read = (candidate) => this.isPlain ? fold(candidate) : candidate;
        for (const [candidate, weight] of await this.spellings("^" + letters.slice(0, 3).join(""))) {
          if (read(candidate).startsWith(reading)) best.set(candidate, weight);
        }
        for (const [candidate, weight] of await this.spellings("$" + letters.slice(-3).join(""))) {
          const whole = read(candidate);
          if (whole.endsWith(reading) || this.stem(whole).endsWith(reading)) best.set(candidate, weight);
        }
      }
      const order = [...best].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, MOST_CONTAINING);
      for (const [candidate] of order) {
        const found = await this.named(candidate);
        if (found) classes.push(found);
      }
      return classes;
    }

    // 4.8
    async held(word) {
      if (!word.isLetters || !this.root.splits) return [];
      const classes = [], stem = this.stem(word.text);
      for (const isFirst of [false, true]) {
        let best = null;
        for (const reading of isFirst || stem === word.text ? [word.text] : [word.text, stem]) {
          const letters = codePoints(fold(reading)), slice = isFirst ? letters.slice(0, 3) : letters.slice(-3);
          if (letters.length < 4) continue;
          for (const [candidate, weight] of await this.spellings((isFirst ? "^" : "$") + slice.join(""))) {
            const whole = this.isPlain ? fold(candidate) : candidate, length = codePoints(whole).length;
            if (length < SHORTEST_HELD || letters.length - length < SHORTEST_REST || this.root.stopWords.has(candidate)) continue;
            if (!(isFirst ? reading.startsWith(whole) : reading.endsWith(whole))) continue;
            if (best && (length - best.length || weight - best.weight || compare(best.candidate, candidate)) <= 0) continue;
            best = { candidate, length, weight };
          }
        }
        const found = best && await this.named(best.candidate);
        if (found) classes.push(found);
      }
      return classes;
    }

    // 4.6
    async spelling(word) {
      if (!word.isLetters) return null;
      const letters = codePoints(word.text), folded = codePoints(fold(word.text)), count = letters.length;
      if (count < 4) return null;
      const slice = (from, to) => folded.slice(from, to).join(""), middle = count - 3 >> 1;
      const steps = [["^" + slice(0, 3), "$" + slice(-3)]];
      if (count <= 6) steps[0].push("^" + slice(0, 2), "$" + slice(-2));
      if (count >= 8) steps.push([middle - 1, middle, middle + 1].map((at) => "~" + slice(at, at + 3)));
      for (const keys of steps) {
        let best = null;
        for (const [candidate, weight] of (await Promise.all(keys.map((key) => this.spellings(key)))).flat()) {
          const one = this.suggestion(letters, candidate, weight);
          if (one && one.rank[0] <= (count <= 7 ? 1 : 2) && (!best || isNearer(one, best))) best = one;
        }
        const found = best && await this.named(best.form);
        if (found) return { ...best, found };
      }
      return null;
    }
    /** How near a known word is, or what is left of it without an ending that may be missing. */
    suggestion(letters, form, weight) {
      const exact = codePoints(form), other = this.isPlain ? codePoints(fold(form)) : exact;
      if (Math.abs(letters.length - exact.length) > this.root.longestSuffix + 2) return null;
      const far = distances(letters, other);
      let best = null;
      for (let length = exact.length; length >= 4; length--) {
        if (far[length] === 0 || best && far[length] >= best.rank[0] || !this.isEnding(exact.slice(length).join(""))) continue;
        best = { word: exact.slice(0, length).join(""), form, rank: [far[length], letters[0] === other[0] ? 0 : 1, -weight] };
      }
      return best;
    }
  }

  // MARK: 5. Ranking

  function idf(parts, frequency) {
    if (frequency === 0) return 0;
    const x = Math.floor(parts * 32 / frequency) + 16, b = bitLength(x);
    return 16 * (b - 5) + Math.floor((x - 2 ** (b - 1)) * 16 / 2 ** (b - 1));
  }

  /** Sources that the word itself is not in. */
  const GUESSES = new Set(["spelling", "held"]);

  /** All documents of an index that match, unsorted. */
  function match(number, terms, { priors, documents, starts }) {
    const held = new Map();
    terms.forEach((term, t) => {
      const weights = new Map();
      for (const { kind, postings } of term.answers[number].sources) {
        for (const [part, level] of postings) {
          const weight = FACTOR[kind] * level;
          if (!(weights.get(part) >= weight)) weights.set(part, weight);
        }
      }
      for (const [part, weight] of weights) {
        const document = documents[part], w = Math.floor(term.idf * weight / 16);
        let entry = held.get(document);
        if (!entry) held.set(document, entry = { best: new Array(terms.length).fill(-1), parts: new Map() });
        entry.best[t] = Math.max(entry.best[t], w);
        entry.parts.set(part, (entry.parts.get(part) || 0) + w);
      }
    });
    const total = terms.reduce((sum, term) => sum + term.idf, 0), matches = [];
    for (const [document, { best, parts }] of held) {
      if (terms.some((term, t) => term.isRequired && best[t] < 0)) continue;
      let sum = 0, mass = 0, bestPart = -1, most = -1;
      best.forEach((w, t) => { if (w >= 0) { sum += w; mass += terms[t].idf; } });
      for (const [part, w] of parts) if (w > most || w === most && part < bestPart) { most = w; bestPart = part; }
      let score = Math.floor((sum + most) / 2);
      for (let n = 0; n < 2; n++) score = total > 0 ? Math.floor(score * mass / total) : 0;
      score = Math.floor(score * priors[document] / 16);
      const held = terms.map((_, t) => t).filter((t) => best[t] >= 0);
      matches.push({ index: number, document, part: bestPart - starts[document], score, mass, terms: held });
    }
    return { matches, total };
  }

  /** Asks one or several indexes.
      filters: facet → list of ids. Gives matches in order, all of them; `record`, `facets` read on from it. */
  async function search(indexes, typed, filters = {}) {
    const faults = [], roots = [];
    for (const index of indexes) {
      try {
        const root = await index.root();
        // Words of another language would be read wrongly.
        if (roots.length > 0 && root.language !== roots[0].root.language) throw new Fault("missing", index.folder);
        roots.push({ index, root, ranks: await index.ranks() });
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        faults.push(fault);
      }
    }
    const answer = { query: null, terms: [], matches: [], all: [], faults, suggestion: null, isPartial: false, sites: roots, filters };
    if (roots.length === 0) return answer;
    const query = answer.query = parse(typed, roots[0].root);
    const resolvers = roots.map(({ index, root }) => new Resolver(index, root, query.isPlain, faults));
    const parts = roots.reduce((sum, { root }) => sum + root.parts, 0);
    answer.terms = await Promise.all(query.words.map(async (word) => {
      const answers = await Promise.all(resolvers.map((resolver) => resolver.resolve(word)));
      // Where one site has the word, what it looks like to others doesn't count.
      if (answers.some((one) => one.sources.some(({ kind }) => !GUESSES.has(kind)))) {
        for (const one of answers) {
          if (one.sources.some(({ kind }) => GUESSES.has(kind))) Object.assign(one, { sources: [], suggestion: null });
        }
      }
      const frequency = answers.reduce((sum, one) => sum + (one.sources.length > 0 ? one.sources[0].postings.size : 0), 0);
      return { ...word, answers, idf: idf(parts, frequency) };
    }));
    const spelt = answer.terms.map((term) => term.answers.reduce((best, { suggestion: one }) =>
      one && (!best || isNearer(one, best)) ? one : best, null));
    if (spelt.some(Boolean)) answer.suggestion = respelt(query, answer.terms, spelt);
    let matches = [], total = 0;
    roots.forEach(({ ranks }, number) => {
      const found = match(number, answer.terms, ranks);
      matches.push(...found.matches);
      total = found.total;
    });
    if (matches.some((one) => one.mass === total)) matches = matches.filter((one) => one.mass * 5 >= total * 3);
    matches.sort((a, b) => b.score - a.score || a.index - b.index || a.document - b.document);
    if (query.phrases.length > 0) {
      answer.isPartial = matches.length > MOST_PHRASE_PAGES;
      const asked = await Promise.all(matches.slice(0, MOST_PHRASE_PAGES).map((one) => hasPhrases(roots[one.index], one, query, faults)));
      matches = matches.filter((_, place) => asked[place]);
    }
    answer.all = matches;
    const active = FACETS.map((facet) => filters[facet] || []);
    if (active.some((ids) => ids.length > 0)) {
      const keeps = await Promise.all(roots.map((site) => Promise.all(active.map((ids, facet) => wanted(site, facet, ids, faults)))));
      answer.keeps = keeps;
      matches = matches.filter((one) => keeps[one.index].every((keep) => !keep || keep(one.document)));
    }
    answer.matches = matches;
    return answer;
  }

  /** Whether a match's page has every phrase, word after word in a block. */
  async function hasPhrases({ index, root }, { document }, query, faults) {
    try {
      const found = await index.page((await index.record(document)).url);
      const isEnglish = root.language === "en", texts = found.map((block) => scan(block.text, isEnglish).map((word) => word.text));
      return query.phrases.every((phrase) => texts.some((words) =>
        words.some((_, at) => phrase.every((word, i) => words[at + i] === word))));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      if (fault.kind !== "page" && !faults.some((other) => other.file === fault.file)) faults.push(fault);
      return false;
    }
  }

  /** Whether a document has one of a facet's ids; null where none are asked for. */
  async function wanted({ index }, facet, ids, faults) {
    if (ids.length === 0) return null;
    try {
      const { values, held } = await index.column(facet);
      return (document) => held[document].some((number) => ids.includes(values[number].id));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      faults.push(fault);
      return () => false;
    }
  }

  /** A facet's column; nothing where a file fails, and the fault is noted. */
  async function column(index, facet, faults) {
    try { return await index.column(facet); } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      if (!faults.some((other) => other.file === fault.file)) faults.push(fault);
      return { values: [], held: [] };
    }
  }

  /** For each facet its values with counts: of what matches the query and the filters of the other facets. */
  async function facets(answer) {
    return Promise.all(FACETS.map(async (name, facet) => {
      const counts = new Map();
      for (const [number, { index }] of answer.sites.entries()) {
        const { values, held } = await column(index, facet, answer.faults);
        for (const { index: site, document } of answer.all) {
          if (site !== number) continue;
          if (answer.keeps && !answer.keeps[site].every((keep, other) => other === facet || !keep || keep(document))) continue;
          for (const value of held[document] || []) {
            const { id, title } = values[value];
            const entry = counts.get(id) || { id, title, count: 0 };
            entry.count++;
            counts.set(id, entry);
          }
        }
        for (const id of answer.filters[name] || []) {
          const value = values.find((other) => other.id === id);
          if (value && !counts.has(id)) counts.set(id, { ...value, count: 0 });
        }
      }
      // What nobody has can be chosen in an address, and has to be seen to be taken back.
      for (const id of answer.filters[name] || []) if (!counts.has(id)) counts.set(id, { id, title: "", count: 0 });
      return { name, values: [...counts.values()].sort((a, b) => b.count - a.count || compare(a.id, b.id)) };
    }));
  }

  /** The query with other spellings in the places of words that are not known. */
  function respelt({ text, places }, terms, spelt) {
    let result = "", at = 0;
    for (const place of places) {
      const t = terms.findIndex((term) => term.text === place.text);
      if (t < 0 || !spelt[t]) continue;
      result += text.slice(at, place.start) + spelt[t].word;
      at = place.end;
    }
    return result + text.slice(at);
  }

  // MARK: 6. Passages

  const INLINE = new Set(("a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr").split(" "));
  const SKIPPED = new Set(["script", "style", "svg", "nav", "template"]);

  /** The blocks of a page's main text, each with the nearest id before it. */
  function blocks(html) {
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("main"), result = [];
    let id = "", text = "", begin = "", isRow = false, share = 2;
    const end = () => {
      const whole = text.replace(/[ \t\n\f\r]+/g, " ").replace(/^ | $/g, "");
      if (/[^\0-/]/.test(whole)) result.push({ id: begin, text: whole.normalize("NFC"), share });
      text = "";
    };
    const walk = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === 3) {
          if (!/[^\0- ]/.test(text)) begin = id;
          text += child.data;
          continue;
        }
        if (child.nodeType !== 1) continue;
        const name = child.localName;
        if (SKIPPED.has(name) || child.hasAttribute("hidden") || child.getAttribute("aria-hidden") === "true"
          || child.getAttribute("class") === "expansion") continue;
        const breaks = !INLINE.has(name) && !isRow, isOuterRow = name === "tr" && !isRow;
        if (breaks) end();
        if (isRow && (name === "td" || name === "th") && /[^\0- ]/.test(text)) text += " · ";
        else if (isRow && !INLINE.has(name)) text += " ";
        if (child.id && !INLINE.has(name)) id = child.id;
        if (isOuterRow) isRow = true;
        if (/^h[1-6]$/.test(name)) share = name === "h1" ? 0 : 1;
        walk(child);
        if (isOuterRow) isRow = false;
        if (breaks) end();
        else if (isRow && !INLINE.has(name)) text += " ";
        if (/^h[1-6]$/.test(name)) share = 2;
      }
    };
    if (main) walk(main);
    end();
    return result;
  }

  /** Which terms of an answer a word of a match's page is marked for; `isWide`: also for the words of phrases that mean
      the same, which stand where the word itself does not. */
  function marker(answer, { index: site, terms: held }, isWide = false) {
    const terms = held.map((t) => {
      const term = answer.terms[t], marks = new Set([term.text, ...term.answers[site].sources.flatMap((source) => source.marks)]);
      for (const phrase of isWide ? [...marks].filter((mark) => mark.includes(" ")) : []) {
        for (const { text } of scan(phrase.normalize("NFC"), answer.query.isEnglish)) {
          if (!answer.sites[site].root.stopWords.has(text)) marks.add(text);
        }
      }
      const beginning = term.isOpen && codePoints(term.text).length >= 3 ? term.text : null;
      return { ...term, marks, beginning, long: [...marks].filter((mark) => codePoints(mark).length >= 4) };
    });
    return (word) => terms.filter((term) => term.marks.has(word)
      || term.beginning !== null && word.startsWith(term.beginning)
      || term.long.some((mark) => word.startsWith(mark) || word.endsWith(mark)));
  }

  /** A text as pieces: [text, is marked]. */
  function marked(text, marks, isEnglish) {
    const pieces = [];
    let at = 0;
    for (const word of scan(text, isEnglish)) {
      if (marks(word.text).length === 0) continue;
      pieces.push([text.slice(at, word.start), false], [text.slice(word.start, word.end), true]);
      at = word.end;
    }
    return [...pieces, [text.slice(at), false]].filter(([piece]) => piece !== "");
  }

  /** The best passage of a page: its pieces and the id to lead to; null where no word is marked. */
  function passage(found, marks, isEnglish) {
    let best = null, most = -1;
    for (const { id, text, share } of found) {
      const terms = new Set();
      let first = null;
      for (const word of scan(text, isEnglish)) {
        for (const term of marks(word.text)) { terms.add(term); first ||= word; }
      }
      const weight = share * [...terms].reduce((sum, term) => sum + term.idf, 0);
      if (first && weight > most) { most = weight; best = { id, text, first }; }
    }
    if (!best) return null;
    const letters = codePoints(best.text), place = (at) => codePoints(best.text.slice(0, at)).length;
    let start = 0, end = letters.length;
    if (end > LONGEST_PASSAGE) {
      const from = place(best.first.start), to = place(best.first.end);
      if (from > BEFORE_MARK) {
        start = from - BEFORE_MARK;
        while (start < from && letters[start] !== " ") start++;
        if (start < from) start++;
      }
      end = Math.min(end, start + LONGEST_PASSAGE);
      if (end < letters.length) {
        const last = letters.lastIndexOf(" ", end - 1);
        end = Math.max(last < start ? end : last, Math.min(to, start + LONGEST_PASSAGE));
      }
    }
    const text = letters.slice(start, end).join("");
    return { id: best.id, pieces: [
      ...(start > 0 ? [["…", false]] : []), ...marked(text, marks, isEnglish), ...(end < letters.length ? [["…", false]] : []),
    ] };
  }

  return { FACETS, MOST_PHRASE_PAGES, Fault, Reader, Index, scan, parse, fold, search, facets, blocks, marker, marked, passage };
})();

/* The page */
(() => {
  const place = document.querySelector("[data-search]");
  if (!place) return;
  const { FACETS, Index, search, facets, marker, marked, passage } = KlarplanSearch;
  const BATCH = 20, PAUSE = 120, SPEECH = 700, LONGEST_FETCH = 6000, FEW = 8;
  const form = place.querySelector("form"), input = form.elements.q, register = document.querySelector("[data-register]");
  const [status, live, hint, results, filterBox] = ["status", "live", "hint", "results", "filters"].map((name) => place.querySelector(`[data-${name}]`));
  const absolute = (folder) => new URL(folder, location.href).href;
  const language = document.documentElement.lang, number = new Intl.NumberFormat(language);
  // Other sites on the same host are searched with this one, each once.
  const indexes = [place.dataset.root, ...(place.dataset.sites || "").split(" ").filter(Boolean)]
    .map((site, number) => new Index(number === 0 ? place.dataset.index : site + place.dataset.folder, site))
    .filter(({ folder }, number, all) => all.findIndex((other) => absolute(other.folder) === absolute(folder)) === number);

  /** The page's own words; `{name}` is replaced. */
  const has = (key) => place.hasAttribute("data-" + key);
  const t = (key, values = {}) => (place.getAttribute("data-" + key) || "").replace(/\{([a-z]+)\}/g, (all, name) => values[name] ?? all);
  const counted = (key, count, values) => t(key + (count === 1 ? "-one" : "-other"), { count: number.format(count), ...values });

  /** An element with children; texts stay texts. */
  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }
  const pieces = (list) => list.map(([text, isMarked]) => isMarked ? el("mark", {}, text) : text);
  /** A sentence with a link in the place of {link}. */
  function sentence(key, link, values) {
    const [before, after = ""] = t(key, values).split("{link}");
    return el("p", { "data-spoken": "" }, before, link, after);
  }

  // What is asked stands in the address; what is shown of it, in the history.
  let asked = read(), shown = BATCH, latest = 0, answer = null, timer = 0, speaking = 0, scrolling = 0;

  function read() {
    const address = new URLSearchParams(location.search);
    const filters = {};
    for (const facet of FACETS) if (address.getAll(facet).some(Boolean)) filters[facet] = address.getAll(facet).filter(Boolean).slice(0, 50);
    return { text: address.get("q") || "", filters };
  }
  function address({ text, filters }) {
    const address = new URLSearchParams();
    if (text.trim() !== "") address.set("q", [...text.slice(0, 4000)].slice(0, 2000).join("").toWellFormed?.() ?? text.slice(0, 2000));
    for (const facet of FACETS) for (const id of filters[facet] || []) address.append(facet, id);
    const query = address.toString();
    return query === "" ? location.pathname : "?" + query;
  }
  function record(isNew, fragment = "") {
    // Browsers refuse too many entries a second: then the address is a little behind.
    try { history[isNew ? "pushState" : "replaceState"]({ shown, y: scrollY }, "", address(asked) + fragment); } catch { /* as it was */ }
  }

  async function ask(y = null) {
    const mine = ++latest;
    clearTimeout(timer);
    results.setAttribute("aria-busy", "true");
    if (asked.text.trim() === "") {
      show(null);
      // Back in the register, where it was left.
      if (y !== null) scrollTo({ top: y, behavior: "instant" });
      return;
    }
    let next;
    try { next = await search(indexes, asked.text, asked.filters); } catch (error) {
      if (mine === latest) {
        show(null);
        fail([{ kind: "cut" }]);
      }
      throw error;
    }
    next.shown = await records(next, 0, shown);
    if (mine !== latest) return;
    show(next);
    if (y !== null) scrollTo({ top: y, behavior: "instant" });
    count(next, mine);
  }

  /** Results with their records; what can't be read is left out and told. */
  async function records(from, start, end) {
    const list = await Promise.all(from.matches.slice(start, end).map(async (match) => {
      try { return { match, ...await from.sites[match.index].index.record(match.document) }; } catch (fault) {
        if (!from.faults.some((other) => other.file === fault.file)) from.faults.push(fault);
        return null;
      }
    }));
    return list.filter(Boolean);
  }

  function show(next) {
    answer = next;
    results.setAttribute("aria-busy", "false");
    watcher.disconnect();
    place.classList.toggle("has-answer", next !== null);
    register.hidden = next !== null && next.matches.length > 0 && next.faults.length === 0;
    hint.replaceChildren();
    results.replaceChildren();
    document.title = next ? t("title", { query: asked.text.trim().slice(0, 80) }) : t("page-title");
    if (!next) { filterBox.hidden = true; say(""); return; }
    if (next.faults.length > 0) fail(next.faults);
    if (next.suggestion) {
      const text = next.suggestion, link = el("a", { href: address({ text, filters: {} }) }, text);
      link.addEventListener("click", (event) => { if (isPlain(event)) { event.preventDefault(); change(text, {}); } });
      hint.append(sentence("did-you-mean", link));
    }
    const total = next.matches.length;
    if (total === 0 && next.faults.length === 0) empty(next);
    batch(next.shown);
    if (next.faults.length > 0 && total === 0) say(t("failed"));
    else if (next.isPartial) say(counted("found-partly", total, { query: asked.text.trim() }));
    else say(total === 0 ? t("found-none", { query: asked.text.trim() }) : counted("found", total, { query: asked.text.trim() }));
  }

  /** Seen at once; spoken when the typing has stopped, with what stands below: a spelling, what could not be read. */
  function say(text) {
    if (status.textContent !== text) status.textContent = text;
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      const hints = [...hint.querySelectorAll(":scope > p[data-spoken]")].map((told) => told.textContent);
      live.textContent = [text, ...hints].filter(Boolean).map((sentence) => sentence.replace(/[^.?!]$/, "$&.")).join(" ");
    }, SPEECH);
  }

  function fail(faults) {
    const kinds = new Set(faults.map((fault) => navigator.onLine === false && fault.kind === "missing" ? "offline" : fault.kind));
    for (const kind of ["offline", "version", "cut", "missing"]) {
      if (kinds.has(kind)) hint.append(el("p", { class: "search-fault", "data-spoken": "" }, t("fault-" + kind)));
    }
    hint.append(el("p", {}, el("a", { href: "#section-register" }, t("to-register"))));
    register.hidden = false;
  }

  function empty(next) {
    const help = el("ul", {});
    const filtered = Object.keys(asked.filters).length > 0 && next.all.length > 0;
    if (filtered) {
      const link = el("a", { href: address({ text: asked.text, filters: {} }) }, counted("without-filters", next.all.length));
      link.addEventListener("click", (event) => { if (isPlain(event)) { event.preventDefault(); change(asked.text, {}); } });
      help.append(el("li", {}, link));
    }
    for (const key of ["help-spelling", "help-words"]) help.append(el("li", {}, t(key)));
    for (const [key, href] of [["help-glossary", place.dataset.glossary], ["help-register", "#section-register"]]) {
      if (href) help.append(el("li", {}, el("a", { href }, t(key))));
    }
    const contact = place.querySelector("[data-contact]");
    if (contact) help.append(el("li", {}, ...[...contact.content.cloneNode(true).childNodes]));
    hint.append(el("h2", {}, t("help-title")), help);
  }

  const name = (facet, { id, title }) => title || (has(facet + "-" + id) ? t(facet + "-" + id) : id);

  /** Twenty results, by what they are; what comes later moves nothing that is there. */
  function batch(list) {
    const groups = new Map();
    for (const result of list) {
      const type = result.type ? result.type.id : "";
      if (!groups.has(type)) groups.set(type, []);
      groups.get(type).push(result);
    }
    for (const [type, members] of groups) {
      const heading = has("types-" + type) ? t("types-" + type) : type;
      results.append(el("section", { class: "result-group" }, el("h2", {}, heading), el("ol", {}, ...members.map(item))));
    }
    const rest = answer.matches.length - shown;
    results.querySelector("[data-more]")?.remove();
    if (rest <= 0) return;
    const more = el("button", { type: "button", "data-more": "", class: "quiet" }, counted("more", Math.min(rest, BATCH)));
    more.addEventListener("click", async () => {
      const from = shown, base = answer;
      const next = await records(base, from, from + BATCH);
      if (base !== answer) return;
      shown = from + BATCH;
      record(false);
      batch(next);
      results.querySelectorAll(".result-group li a")[from]?.focus();
    });
    results.append(more);
  }

  function item(result) {
    const { match } = result, from = answer, site = from.sites[match.index], isEnglish = site.root.language === "en";
    const part = result.parts[match.part] || result.parts[0], marks = marker(from, match), isPlace = result.url.includes("#");
    const at = (id) => site.index.site + result.url + (isPlace || !id ? "" : "#" + encodeURIComponent(id));
    const title = result.title.normalize("NFC"), link = el("a", { href: at(part.anchor) });
    if (result.code) link.append(el("span", { class: "code" }, ...pieces(marked(result.code, marks, isEnglish))), " ");
    link.append(...pieces(marked(title, marks, isEnglish)));
    const facts = [];
    if (result.type) facts.push(name("type", result.type));
    const home = result.plan && result.type?.id !== "plan" ? result.plan : result.organisation;
    if (home && home.title !== result.title) facts.push(home.title);
    if (result.period) facts.push(result.period.id);
    const meta = el("p", { class: "meta" }, facts.join(" · "));
    if (result.status) meta.append(" ", el("span", { class: "status status-" + result.status.id }, name("status", result.status)));
    const text = el("p", { class: "passage" });
    if (part.heading && part.heading !== result.title) text.append(...pieces(marked(part.heading.normalize("NFC"), marks, isEnglish)));
    const entry = el("li", { class: "result" }, link, meta, text);
    if (result.words <= LONGEST_FETCH) {
      entry.fill = async () => {
        let blocks = await site.index.page(result.url);
        // A place on a page is that place; and the title says itself.
        const own = isPlace ? blocks.filter((block) => block.id === result.url.split("#")[1]) : blocks;
        const isTitle = ({ text }) => text.length < title.length + 24 && text.includes(title);
        blocks = (own.length > 0 ? own : blocks).filter((block) => !isTitle(block));
        const best = passage(blocks, marks, isEnglish) || passage(blocks, marker(from, match, true), isEnglish);
        if (!best) {
          // Only the title is marked: then how the page begins.
          const first = blocks.find((block) => block.share === 2 && block.text.length > 60);
          if (first && text.textContent === "") text.textContent = first.text;
          return;
        }
        text.replaceChildren(...pieces(best.pieces));
        if (best.id) link.href = at(best.id);
      };
      watcher.observe(entry);
    }
    return entry;
  }

  // Pages are fetched for results that are seen, and no others.
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      target.fill().catch(() => { /* the heading stays */ });
    }
  });

  // MARK: Filters

  async function count(from, mine) {
    if (!filterBox.open && Object.keys(asked.filters).length === 0) { filterBox.hidden = from.all.length === 0; return; }
    const told = from.faults.length, columns = await facets(from);
    if (mine !== latest) return;
    if (from.faults.length > told) {
      fail(from.faults.slice(told));
      say(status.textContent);
    }
    const focused = document.activeElement?.id, list = filterBox.querySelector("[data-filter-list]");
    list.replaceChildren(...columns.filter(({ name, values }) => values.length > 1 || asked.filters[name]).map(fieldset));
    filterBox.hidden = from.all.length === 0;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  function fieldset({ name: facet, values }) {
    const set = el("fieldset", {}, el("legend", {}, t("facet-" + facet))), chosen = asked.filters[facet] || [];
    const rest = el("details", {}, el("summary", {}, counted("more-values", Math.max(0, values.length - FEW))));
    // What is chosen never hides.
    [...values].sort((a, b) => chosen.includes(b.id) - chosen.includes(a.id)).forEach((value, place) => {
      const id = `filter-${facet}-${value.id}`, box = el("input", { type: "checkbox", id, name: facet, value: value.id });
      box.checked = chosen.includes(value.id);
      box.addEventListener("change", () => {
        const ids = chosen.filter((other) => other !== value.id).concat(box.checked ? [value.id] : []);
        const filters = { ...asked.filters, [facet]: ids };
        if (ids.length === 0) delete filters[facet];
        change(asked.text, filters);
      });
      const label = el("label", { for: id }, box, el("span", {}, name(facet, value)), el("span", { class: "meta" }, number.format(value.count)));
      (place < FEW ? set : rest).append(label);
    });
    if (values.length > FEW) set.append(rest);
    return set;
  }

  // MARK: What people do

  const isPlain = (event) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button);

  function change(text, filters) {
    record(false);
    asked = { text, filters };
    shown = BATCH;
    if (input.value !== text) input.value = text;
    record(true);
    ask();
  }

  input.addEventListener("input", () => {
    asked = { text: input.value, filters: asked.filters };
    shown = BATCH;
    clearTimeout(timer);
    timer = setTimeout(() => { record(false); ask(); }, PAUSE);
  });
  const links = () => [...results.querySelectorAll(".result > a")];
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    asked = { text: input.value, filters: asked.filters };
    record(false);
    await ask();
    (links()[0] || input).focus();
  });
  place.addEventListener("keydown", (event) => {
    const list = links(), at = list.indexOf(document.activeElement);
    if (event.key === "Escape" && (at >= 0 || document.activeElement === input)) {
      event.preventDefault();
      input.value = "";
      input.focus();
      change("", {});
    } else if (event.key === "ArrowDown" && isPlain(event) && (at >= 0 || document.activeElement === input) && list[at + 1]) {
      event.preventDefault();
      list[at + 1].focus();
    } else if (event.key === "ArrowUp" && isPlain(event) && at >= 0) {
      event.preventDefault();
      (list[at - 1] || input).focus();
    }
  });
  filterBox.addEventListener("toggle", () => { if (filterBox.open && answer) count(answer, latest); });
  addEventListener("scroll", () => {
    clearTimeout(scrolling);
    scrolling = setTimeout(() => record(false, location.hash), 200);
  }, { passive: true });
  results.addEventListener("click", () => record(false));
  addEventListener("popstate", (event) => restore(event.state));

  function restore(state) {
    asked = read();
    input.value = asked.text;
    shown = Math.min(Math.max(state?.shown || BATCH, BATCH), 400);
    if (Object.keys(asked.filters).length > 0) filterBox.open = true;
    return ask(state?.y ?? null);
  }

  history.scrollRestoration = "manual";
  if (matchMedia("(min-width: 72rem)").matches) filterBox.open = true;
  restore(history.state);
})();
