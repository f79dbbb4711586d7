/** The logo of Parley: two speech bubbles, one of them behind the other. */
export function Logo({ className = "mb-2 size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path
        d="M6 4h14a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5h-7l-5.5 4.2c-.6.5-1.5 0-1.5-.8V19a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5Z"
        className="fill-accent"
      />
      <path
        d="M28 13.5a4 4 0 0 1 3 3.9v3.8a4 4 0 0 1-3 3.9v2.6c0 .8-.9 1.3-1.6.8L22 25.2h-6.5a4 4 0 0 1-3.3-1.8"
        className="fill-none stroke-internal"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray="3 2.6"
      />
    </svg>
  );
}
