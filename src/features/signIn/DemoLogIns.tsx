"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/ui/marks/Avatar";

export type DemoLogIn = {
  name: string;
  role: "rep" | "specialist" | "supervisor" | "administrator";
  organization: string;
  email: string;
  password: string;
};

/** The people of the demo. A press fills in the sign-in of one of them. */
export function DemoLogIns({
  logIns,
  onChoose,
}: {
  logIns: readonly DemoLogIn[];
  onChoose: (logIn: DemoLogIn) => void;
}) {
  const t = useTranslations("signIn");
  const tRoles = useTranslations("states.role");
  const organizations = [...new Set(logIns.map(({ organization }) => organization))];
  return (
    <section aria-labelledby="demo" className="flex flex-col gap-3 border-line border-t pt-4">
      <div>
        <h2 id="demo" className="font-medium">
          {t("demo")}
        </h2>
        <p className="text-fg-3 text-meta">{t("demoNote")}</p>
      </div>
      {organizations.map((organization) => (
        <div key={organization}>
          <h3 className="pb-1 font-medium text-fg-2 text-meta">{organization}</h3>
          <ul className="grid gap-1 sm:grid-cols-2">
            {logIns
              .filter((each) => each.organization === organization)
              .map((each) => (
                <li key={each.email}>
                  <button
                    type="button"
                    onClick={() => onChoose(each)}
                    className="flex h-full min-h-11 w-full items-center gap-2 rounded-control border border-line px-2 text-start hover:bg-hover"
                  >
                    <Avatar name={each.name} />
                    <span className="min-w-0">
                      <span dir="auto" className="block font-medium text-table">
                        {each.name}
                      </span>
                      <span className="block text-fg-3 text-meta">{tRoles(each.role)}</span>
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
