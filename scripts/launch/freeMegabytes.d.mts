export function freeMegabytes(folder: string): number;
