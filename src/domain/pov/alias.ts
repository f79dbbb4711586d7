type Shown<Picture> = { readonly name: string; readonly picture: Picture };

/**
 * The alias under which a rep is shown to customers (P8): their public name where the organization shows it and they have
 * one, else the organization's own.
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
