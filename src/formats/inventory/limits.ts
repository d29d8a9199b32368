/** Inventory texts are small (the largest real one has 0.1 MB); more is refused before it is read (INV11). */
export const maxInventoryBytes = 32 * 1024 * 1024;
/** Lines of one file: a hotfix list has hundreds. */
export const maxInventoryLines = 500_000;
/** Characters of a line that are looked at; a longer one is no line of any known tool. */
export const maxLineLength = 64 * 1024;
/** Entries of one hotfix list. */
export const maxHotfixEntries = 20_000;
/** Characters kept as evidence (domain, `Evidence.text`). */
export const maxEvidenceText = 200;
/** Verdicts of another tool in one file: a machine has hundreds. */
export const maxReportedStates = 20_000;
/** Characters kept of a title or of a tool's own word. */
export const maxReportedText = 500;
