import type { DemoRep } from "./demoOrganization";

type BuildRep = (
  key: string,
  name: string,
  aliasName: string,
  teamKeys: readonly string[],
  capacity: number,
  skills: readonly string[],
) => DemoRep;

/** A builder of ordinary reps whose address is their key at `emailDomain`; skills hold language codes and topics. */
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
