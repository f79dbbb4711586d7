"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { SequenceView } from "@/contract/views/requestViews";
import { useMessages } from "@/features/conversation/thread/useMessages";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/fields/Checkbox";
import { TextArea } from "@/ui/fields/TextArea";
import { Dialog } from "@/ui/overlays/Dialog";
import { Notice } from "@/ui/states/Notice";
import { PartnerPicker } from "../participants/PartnerPicker";
import { AskPreview } from "./AskPreview";
import { ExcerptPicker } from "./ExcerptPicker";
import { shareableMessages } from "./sharedExcerpt";
import { type AskForm, useAskForm } from "./useAskForm";

export type AskDialogProps = {
  sequence: SequenceView;
  /** The interaction to ask from; the backchannel becomes its child (C6). */
  parentId: string;
  onClose: () => void;
  onOpened: (interactionId: string) => void;
};

/** Opens a backchannel (O3): whom to ask, what to ask, and what they will see, by default the question alone. */
export function AskDialog({ sequence, parentId, onClose, onOpened }: AskDialogProps) {
  const t = useTranslations("backchannel.dialog");
  const field = useRef<HTMLInputElement>(null);
  const form = useAskForm({ parentId, categoryId: sequence.categoryId, onOpened });
  const { messages } = useMessages(parentId);
  const shareable = useMemo(() => shareableMessages(messages ?? []), [messages]);
  return (
    <Dialog
      isOpen
      initialFocus={field}
      onOpenChange={onClose}
      onSubmit={form.submit}
      size="large"
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="internal" isBusy={form.isAsking} onClick={form.submit}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-4">
          <PartnerPicker fieldRef={field} chosen={form.chosen} onChange={form.setChosen} error={form.problems.who} />
          <TextArea
            isRequired
            label={t("question")}
            hint={t("questionHint")}
            value={form.question}
            lengthMax={MEMBER_MESSAGE_LENGTH_MAX}
            onChange={(event) => form.setQuestion(event.target.value)}
            error={form.problems.question}
          />
        </div>
        <div className="flex flex-col gap-3">
          <Sharing form={form} shareable={shareable} />
          <AskPreview form={form} shareable={shareable} customerName={sequence.customer.name} />
          {form.failure ? (
            <Notice tone="bad" role="alert">
              {form.failure}
            </Notice>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function Sharing({ form, shareable }: { form: AskForm; shareable: ReturnType<typeof shareableMessages> }) {
  const t = useTranslations("backchannel.dialog");
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="pb-1 font-medium text-table">{t("sees")}</legend>
      <Checkbox label={t("seesQuestion")} isChecked disabled onChange={() => undefined} />
      <Checkbox label={t("seesExcerpt")} isChecked={form.isSharingMessages} onChange={form.setSharingMessages} />
      {form.isSharingMessages ? (
        <ExcerptPicker messages={shareable} selected={form.sharedIds} onChange={form.setSharedIds} />
      ) : null}
      <Checkbox label={t("sharesName")} isChecked={form.sharesCustomerName} onChange={form.setSharesCustomerName} />
    </fieldset>
  );
}
