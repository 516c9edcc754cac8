package import PlanModel
package struct Reconciliation: Sendable {
    package let diagnostics: [Diagnostic] = []
    package init(of table: PlanTable, frames: PlanTable?) {}
}
