import type { Configuration } from "../configuration";
import type { Outgoing } from "../conversation/conversationState";
import { Avatar } from "./Avatar";
import { useLanguage } from "./ChatContext";
import { ClosedNote } from "./timeline/ClosedNote";

type Props = {
  configuration: Configuration;
  picked: Outgoing["category"];
  onPick: (category: Outgoing["category"]) => void;
  /** The first message is written, so the topics go, and `StatusNote` tells the hours. */
  isStarted: boolean;
};

/** The welcome, which stays the first line. Until the first message also the topics, and the hours if closed (R2). */
export function Greeting({ configuration, picked, onPick, isStarted }: Props) {
  const { t } = useLanguage();
  const { greeting, organization, offeredCategories, hours } = configuration;
  return (
    <div class="greeting">
      <div class="line them">
        <Avatar name={organization.name} picture={organization.picture} />
        <div>
          <p class="author">{organization.name}</p>
          <p class="bubble" dir="auto">
            {greeting}
          </p>
        </div>
      </div>
      {!hours.isOpen && !isStarted && <ClosedNote opensAt={hours.opensAt} />}
      {offeredCategories.length > 0 && !isStarted && (
        <fieldset class="card">
          <legend class="hidden">{t("aboutOptional")}</legend>
          <p aria-hidden="true">{t("aboutOptional")}</p>
          <div class="picks">
            {offeredCategories.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                class="pick"
                aria-pressed={id === picked?.id}
                onClick={() => onPick(id === picked?.id ? null : { id, name })}
              >
                {name}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
