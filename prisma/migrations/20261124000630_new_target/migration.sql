-- A fit that a new target made due says so, and not that somebody asked for it.
ALTER TYPE "fit_reason" ADD VALUE 'new_target' BEFORE 'by_hand';
