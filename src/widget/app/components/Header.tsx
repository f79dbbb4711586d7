import type { WidgetConfiguration } from "@/contract/views/customerViews";
import { Avatar } from "./Avatar";
import { useLanguage } from "./ChatContext";

type Props = {
  title: string;
  organization: WidgetConfiguration["organization"];
  /** The button that shows the customer's requests; null before the first conversation. */
  requests: { areShown: boolean; toggle: () => void } | null;
};

/** Title and organization. The host page puts its own close button over the end, which works without the frame. */
export function Header({ title, organization, requests }: Props) {
  const { t } = useLanguage();
  return (
    <header class="header">
      <Avatar name={organization.name} picture={organization.picture} />
      <div class="titles">
        <h1 dir="auto">{title}</h1>
        {title !== organization.name && <p dir="auto">{organization.name}</p>}
      </div>
      {requests && (
        <button
          type="button"
          class="to-requests"
          aria-label={t("requests")}
          title={t("requests")}
          aria-expanded={requests.areShown}
          onClick={requests.toggle}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M8 6h12M8 12h12M8 18h12M3.5 6h.01M3.5 12h.01M3.5 18h.01" />
          </svg>
        </button>
      )}
    </header>
  );
}
