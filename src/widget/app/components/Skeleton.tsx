/** Grey lines while something loads. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div class="filling skeleton">
      <p role="status" class="hidden">
        {label}
      </p>
      <span class="bone" />
      <span class="bone short" />
      <span class="bone mine" />
      <span class="bone" />
    </div>
  );
}
