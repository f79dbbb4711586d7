/** Rows of a matrix, each with a factor. The buffers are reused. */
export type WeightedRows = {
  /** Where each row begins in the matrix. */
  starts: Int32Array;
  factors: Float32Array;
  length: number;
};

/**
 * Rows that are added at a time. This saves three quarters of reading and writing the sums, which is most of the work.
 */
const TOGETHER = 4;

/** Empty buffers with room for `capacity` rows. */
export function emptyRows(capacity: number): WeightedRows {
  const room = Math.ceil(capacity / TOGETHER) * TOGETHER;
  return { starts: new Int32Array(room), factors: new Float32Array(room), length: 0 };
}

/** Adds the rows, times their factors, to the sums. A row has the length of the sums. */
export function addRows(sums: Float32Array, matrix: Float32Array, rows: WeightedRows): void {
  const { starts, factors, length } = rows;
  // Pad to a multiple of four with factors of zero.
  factors.fill(0, length);
  for (let row = 0; row < length; row += TOGETHER) {
    const a = numberAt(starts, row);
    const b = numberAt(starts, row + 1);
    const c = numberAt(starts, row + 2);
    const d = numberAt(starts, row + 3);
    const factorA = factorAt(factors, row);
    const factorB = factorAt(factors, row + 1);
    const factorC = factorAt(factors, row + 2);
    const factorD = factorAt(factors, row + 3);
    for (let index = 0; index < sums.length; index++) {
      sums[index] =
        (sums[index] ?? 0) +
        factorA * (matrix[a + index] ?? 0) +
        factorB * (matrix[b + index] ?? 0) +
        factorC * (matrix[c + index] ?? 0) +
        factorD * (matrix[d + index] ?? 0);
    }
  }
}

/** There is one function for each kind of array, because a shared one runs slower. */
function numberAt(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

function factorAt(factors: Float32Array, index: number): number {
  return factors[index] ?? 0;
}
