"use client";

import { useState } from "react";
import { Checkbox } from "@/ui/fields/Checkbox";
import { Combobox, type ComboboxOption } from "@/ui/fields/Combobox";
import { NativeSelect } from "@/ui/fields/NativeSelect";
import { PasswordField } from "@/ui/fields/PasswordField";
import { Select } from "@/ui/fields/Select";
import { TextArea } from "@/ui/fields/TextArea";
import { TextField } from "@/ui/fields/TextField";
import { Room, Specimen } from "./Specimen";

const TEAMS = [
  { value: "cards", label: "Cards" },
  { value: "loans", label: "Loans", hint: "opens Mon 9:00 AM" },
  { value: "law", label: "Legal specialists", isDisabled: true, hint: "nobody is there" },
] satisfies ComboboxOption[];

/** Shows fields: empty, filled, with a hint, with an error, disabled. */
export function Fields() {
  return (
    <Room title="Fields">
      <div className="grid gap-6 sm:grid-cols-2">
        <Specimen name="TextField">
          <TextField label="Subject" placeholder="What is it about?" />
          <TextField label="Reference" defaultValue="LUM-2041" hint="As it stands in the list." />
          <TextField label="E-mail" defaultValue="no address" error="This is no e-mail address." />
          <TextField label="Team" defaultValue="Cards" disabled />
          <TextField label="Name" isRequired />
          <TextField label="Short" defaultValue="Longer than it may be" lengthMax={10} />
        </Specimen>
        <Specimen name="TextArea">
          <TextArea label="Reason" rows={2} />
          <TextArea label="Note" rows={2} defaultValue="Two words" hint="Colleagues see this." />
          <TextArea label="Question" rows={2} error="Write a question." />
        </Specimen>
        <Choices />
      </div>
    </Room>
  );
}

function Choices() {
  const [isChecked, setChecked] = useState(true);
  const [team, setTeam] = useState("cards");
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  return (
    <>
      <Specimen name="PasswordField">
        <PasswordField label="Password" defaultValue="secret" />
      </Specimen>
      <Specimen name="Checkbox">
        <Checkbox
          label="Share the customer's name"
          isChecked={isChecked}
          onChange={setChecked}
          hint="Off by default."
        />
        <Checkbox label="Off" isChecked={false} onChange={() => undefined} />
        <Checkbox label="Disabled" isChecked onChange={() => undefined} disabled />
      </Specimen>
      <Specimen name="Select and NativeSelect">
        <Select label="Team" value={team} options={TEAMS} onChange={setTeam} />
        <Select label="Team, disabled" value={team} options={TEAMS} onChange={setTeam} isDisabled />
        <NativeSelect label="Time zone" value={team} options={TEAMS} onChange={setTeam} />
      </Specimen>
      <Specimen name="Combobox">
        <Combobox label="Hand over to" options={TEAMS} chosen={chosen} onChoose={setChosen} placeholder="A team" />
        <Combobox label="Searching" options={[]} chosen={null} onChoose={() => undefined} isSearching />
      </Specimen>
    </>
  );
}
