import { parseArgs } from "node:util";
import { ForeseenFailure } from "../../scripts/launch/foreseenFailure";

/** The files that the caller named instead of the known sets. */
export interface NamedFiles {
  readonly train: string;
  readonly test: string | undefined;
  readonly outOfScope: string | undefined;
}

export interface ClassifyOptions {
  /** The folder with the known sets. */
  readonly dataFolder: string;
  readonly named: NamedFiles | null;
  readonly folds: number;
  readonly jsonFile: string | undefined;
}

const DATA_FOLDER = "../shared/data/classification";
const FOLDS_MAX = 20;

/** How to call the command. */
export const CLASSIFY_USAGE = `npm run bench:classify -- [options]
  --data FOLDER       where the known sets are (${DATA_FOLDER})
  --train a.csv       your own set instead, columns text,category
  --test b.csv        the tests; without them the examples are cross-validated
  --oos c.csv         requests without a category
  --folds 5           of a cross-validation
  --json FILE         writes all figures`;

/** Reads the command line. @throws ForeseenFailure with what is wrong with it */
export function classifyOptions(words: readonly string[]): ClassifyOptions {
  const { data = DATA_FOLDER, train, test, oos, folds: foldsWord, json } = readWords(words);
  const folds = Number(foldsWord);
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= FOLDS_MAX)) {
    throw new ForeseenFailure(`--folds is from 2 to ${FOLDS_MAX}.`);
  }
  if (train === undefined && (test !== undefined || oos !== undefined)) {
    throw new ForeseenFailure("--test and --oos belong to a --train.");
  }
  const named = train === undefined ? null : { train, test, outOfScope: oos };
  return { dataFolder: data, named, folds, jsonFile: json };
}

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        data: { type: "string" },
        train: { type: "string" },
        test: { type: "string" },
        oos: { type: "string" },
        folds: { type: "string", default: "5" },
        json: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new ForeseenFailure(`${error instanceof Error ? error.message : error}\n\n${CLASSIFY_USAGE}`);
  }
}
