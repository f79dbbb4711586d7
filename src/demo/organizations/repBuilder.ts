import type { DemoRep } from "./demoOrganization";

type BuildRep = (
  key: string,
  name: string,
  aliasName: string,
  teamKeys: readonly string[],
  capacity: number,
  skills: readonly string[],
) => DemoRep;

/** A builder of ordinary reps with the address `<key>@<emailDomain>`. Skills are language codes and topics. */
export function repBuilder(emailDomain: string): BuildRep {
  return (key, name, aliasName, teamKeys, capacity, skills) => ({
    key,
    name,
    aliasName,
    email: `${key}@${emailDomain}`,
    role: "rep",
    teamKeys,
    capacity,
    skills,
  });
}
