/** What a spreadsheet would take for the beginning of a formula, in any width. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet runs: an apostrophe stands before what would be a formula. `armedCell` takes it away again. */
export function defusedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `defusedCell` was given. */
export function armedCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
