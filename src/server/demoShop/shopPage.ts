type Site = { key: string; name: string; slug: string };

const OFFERS: Record<string, { title: string; text: string }[]> = {
  shop: [
    { title: "Glow bulb, set of 3", text: "Warm to daylight, 9 watts, works without a hub." },
    { title: "Hearth thermostat", text: "Learns your mornings, saves your evenings." },
    { title: "Porch camera", text: "Sees who rings. Keeps its recordings at home." },
    { title: "Latch smart lock", text: "Opens for you, the family, and nobody else." },
  ],
  bank: [
    { title: "Everyday account", text: "No fee from the first salary on." },
    { title: "Harbour card", text: "Pay abroad at the rate of the day." },
    { title: "Home loan", text: "An answer within two working days." },
    { title: "Savings pot", text: "Set aside as much as you like, take it back when you need it." },
  ],
};

/** A page of a demo organization, with the widget's public snippet at its end. */
export function shopPage({ site, others, desk }: { site: Site; others: readonly Site[]; desk: string }): string {
  const offers = (/bank/.test(site.slug) ? OFFERS.bank : OFFERS.shop) ?? [];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site.name}</title>
<style>
:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:light-dark(#faf8f5,#181614);color:light-dark(#2a2622,#ece7e1)}
header,main,footer{max-width:60rem;margin:auto;padding:1.5rem}header{display:flex;gap:1.5rem;align-items:baseline;flex-wrap:wrap}
h1{font-size:1.25rem;margin:0;margin-inline-end:auto}a{color:inherit}.lead{font-size:clamp(1.75rem,5vw,2.75rem);line-height:1.15;max-width:22ch;margin:2rem 0}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:1rem;padding:0;list-style:none}
li{border:1px solid light-dark(#ddd6cd,#3a352f);border-radius:12px;padding:1.25rem;background:light-dark(#fff,#211e1b)}h2{font-size:1rem;margin:0 0 .25rem}p{margin:0}
button{font:inherit;padding:.6rem 1.1rem;border-radius:8px;border:0;background:light-dark(#2a2622,#ece7e1);color:light-dark(#fff,#181614);cursor:pointer}
</style></head><body>
<header><h1>${site.name}</h1>${others.map((other) => `<a href="/demo/${other.slug}">${other.name}</a>`).join("")}</header>
<main><p class="lead">${/bank/.test(site.slug) ? "Money that keeps out of your way." : "A home that listens, and keeps it to itself."}</p>
<p><button type="button" data-parley-open>Talk to us</button></p>
<ul>${offers.map(({ title, text }) => `<li><h2>${title}</h2><p>${text}</p></li>`).join("")}</ul></main>
<footer><p>A demonstration page on an origin of its own.</p></footer>
<script async src="${desk}/w.js" data-parley-key="${site.key}"></script>
</body></html>`;
}
