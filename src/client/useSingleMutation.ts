"use client";

import {
  type MutateOptions,
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
} from "@tanstack/react-query";
import { useCallback, useRef } from "react";

type SingleMutation<Data, Failure, Input, Context> = Omit<
  UseMutationResult<Data, Failure, Input, Context>,
  "mutate" | "mutateAsync"
> & { mutate: (input: Input, options?: MutateOptions<Data, Failure, Input, Context>) => void };

/**
 * A mutation that ignores further calls until the first is answered, so that a double press acts once. `isPending` is
 * not enough: it changes only at the next render.
 */
export function useSingleMutation<Data, Failure, Input, Context>(
  options: UseMutationOptions<Data, Failure, Input, Context>,
): SingleMutation<Data, Failure, Input, Context> {
  const { mutate: send, mutateAsync: _, ...mutation } = useMutation(options);
  const isUnderWay = useRef(false);
  const mutate = useCallback(
    (input: Input, more: MutateOptions<Data, Failure, Input, Context> = {}) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      send(input, {
        ...more,
        onSettled(...outcome) {
          isUnderWay.current = false;
          more.onSettled?.(...outcome);
        },
      });
    },
    [send],
  );
  return { ...mutation, mutate } as SingleMutation<Data, Failure, Input, Context>;
}
