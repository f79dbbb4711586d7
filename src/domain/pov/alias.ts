type Shown<Picture> = { readonly name: string; readonly picture: Picture };

/**
 * The alias under which customers see a rep (P8): the rep's public name, where the organization shows names and the rep
 * has one, else the organization's alias.
 */
export function aliasOf<Picture>(
  rep: { readonly publicName: string | null; readonly picture: Picture },
  organization: { readonly showsRepsAs: string; readonly alias: Shown<Picture> },
): Shown<Picture> {
  const { publicName, picture } = rep;
  return organization.showsRepsAs === "public_name" && publicName !== null
    ? { name: publicName, picture }
    : organization.alias;
}
