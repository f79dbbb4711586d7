import { readIdentity, unendedName } from "./frameStorage";

/** The frames of the same widget in other tabs of this browser. */
export type OtherFrames = { tellOver: (visit: string | null) => void };

/** Calls `onOver` when another frame says that a visit is over, by a channel or, without one, by a storage event. */
export function listenToOtherFrames(key: string, onOver: (visit: string | null) => void): OtherFrames {
  const channel = openChannel(unendedName(key));
  if (channel) channel.onmessage = ({ data }: MessageEvent<string | null>) => onOver(data);
  addEventListener("storage", (stored) => {
    const unended = stored.key === unendedName(key) ? readIdentity(stored.newValue) : null;
    if (unended) onOver(unended.visit);
  });
  return { tellOver: (visit) => channel?.postMessage(visit) };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
