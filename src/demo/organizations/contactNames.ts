/** The language a contact writes in when a scenario has one of its own; most write English. */
export type ContactLanguage = "en" | "de" | "es" | "fr" | "tr";

/** First and last names that go together, with the places where such a contact lives. */
export interface NamePool {
  readonly language: ContactLanguage;
  readonly cities: readonly (readonly [city: string, countryCode: string])[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
}

/** Ten pools. Their order and lengths decide which names come out, so append rather than insert. */
export const NAME_POOLS: readonly NamePool[] = [
  pool(
    "de",
    "Berlin DE,Hamburg DE,Leipzig DE,Kiel DE,Graz AT",
    "Annika,Benedikt,Carlotta,Detlef,Friederike,Gunnar,Hannelore,Malte,Roswitha,Till",
    "Achterberg,Blumenthal,Dieckhoff,Eberling,Fahrenholz,Grünewald,Hasselbach,Kirchhoff,Löwenstein,Mühlbauer,Rautenberg,Strohmeyer,Wiesinger",
  ),
  pool(
    "es",
    "Madrid ES,Valencia ES,Bilbao ES,Sevilla ES,Las Palmas ES",
    "Alba,Bruno,Candela,Fermín,Inés,Joaquín,Lucía,Martina,Nicolás,Rocío",
    "Aranda Gil,Bermejo,Calatrava,Echeverría,Figueroa,Lozano Prat,Montalvo,Olivares,Peñalver,Quiroga,Robledo,Urrutia,Zabaleta",
  ),
  pool(
    "fr",
    "Lyon FR,Lille FR,Strasbourg FR,Liège BE,Lausanne CH",
    "Aurélie,Bastien,Clémence,Damien,Éloïse,Gaspard,Maëlle,Quentin,Solène",
    "Aubertin,Beaulieu,Chevrier,Delacourt,Fontanel,Girardin,Lemoine,Marchandise,Perrault,Rousselet,Thibaudeau,Vasseur",
  ),
  pool(
    "tr",
    "Berlin DE,Köln DE,Rotterdam NL,İzmir TR,Wien AT",
    "Asuman,Burak,Ceren,Emre,Gülşen,Kerem,Nesrin,Tolga,Zeynep",
    "Akbulut,Bozkurt,Çetinkaya,Demirtaş,Ergüven,Gündoğdu,Kılıçarslan,Özdemirci,Sağlam,Taşkıran,Ünver,Yurtsever",
  ),
  pool(
    "en",
    "Dublin IE,Belfast GB,Leeds GB,Valletta MT,Cork IE",
    "Aoife,Callum,Fiona,Graham,Imogen,Niamh,Oscar,Rhiannon,Winston",
    "Ashworth,Birchall,Carrigan,Dunleavy,Fairweather,Hathersage,Kilbride,Llewellyn,Pemberton,Rafferty,Thistlewood,Whitlock",
  ),
  pool(
    "en",
    "Warszawa PL,Gdańsk PL,Praha CZ,Brno CZ,Bratislava SK",
    "Agnieszka,Bartosz,Dorota,Jarmila,Krzysztof,Ludmila,Ondřej,Wojciech,Zdeněk",
    "Banaś,Cieślak,Dudek,Gajda,Janků,Jaworek,Kozioł,Martinů,Pawlak,Petrů,Szostak,Wrona",
  ),
  pool(
    "en",
    "Utrecht NL,Antwerpen BE,Aarhus DK,Göteborg SE,Turku FI",
    "Anouk,Bjarke,Eline,Freja,Jasper,Linnea,Maarten,Sanne,Veikko",
    "Bakkerij,Dahlström,Eskelinen,Hovgaard,Kuipers,Lindegaard,Mäkinen,Nyqvist,Roelofs,Sjöberg,van den Broek,Verhaegen",
  ),
  pool(
    "en",
    "Bologna IT,Torino IT,Porto PT,Lisboa PT,Thessaloniki GR",
    "Alessio,Beatrice,Duarte,Eleni,Filipa,Leandro,Mafalda,Ottavia,Stavros",
    "Abrantes,Bevilacqua,Carvalhal,Economou,Ferrarini,Gouveia,Nikolaou,Lombardelli,Marchetti,Vassiliou,Saldanha,Teixeira",
  ),
  pool(
    "en",
    "Hannover DE,Marseille FR,Málaga ES,Malmö SE,Brussel BE",
    "Adaeze,Farid,Hanan,Idris,Layla,Mamadou,Nadia,Samir,Thandiwe",
    "Abdelkarim,Boateng,Chukwuma,Diallo-Keïta,El Amrani,Farouk,Haddadi,Mensah,Ndlovu,Okonjo,Rahmani,Saïdi",
  ),
  pool(
    "en",
    "Frankfurt DE,London GB,Barcelona ES,Zürich CH,Amsterdam NL",
    "Aarav,Chiyo,Duc,Farhana,Kavita,Linh,Minjun,Rohan,Xiulan",
    "Bhattacharya,Chowdhury,Fujimori,Huang,Iyer,Kurosawa-Lind,Nakagawa,Nguyen Van,Pereira-Rao,Qureshi,Sharma,Takeda",
  ),
];

function pool(language: ContactLanguage, cities: string, firstNames: string, lastNames: string): NamePool {
  return {
    language,
    cities: cities.split(",").map((place) => [place.slice(0, -3), place.slice(-2)] as const),
    firstNames: firstNames.split(","),
    lastNames: lastNames.split(","),
  };
}
