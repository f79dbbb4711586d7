import type { WidgetConfiguration } from "@/domain/views/customerViews";
import { Avatar } from "./Avatar";

/** Who one speaks with. The close button is the host page's own, above this header's end: it works even when the frame does not. */
export function Header({ title, organization }: { title: string; organization: WidgetConfiguration["organization"] }) {
  return (
    <header class="header">
      <Avatar name={organization.name} picture={organization.picture} />
      <div class="titles">
        <h1 dir="auto">{title}</h1>
        {title !== organization.name && <p dir="auto">{organization.name}</p>}
      </div>
    </header>
  );
}
