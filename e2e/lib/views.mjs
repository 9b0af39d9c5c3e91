// Every view with something in it, for what must hold in every state.
const profile = "v=1&cat=AF.CFA&ca=200000&sites=4&ne=AF&rs=1&audit=2026-12-01";

export const filled = {
  quote: `#/devis?${profile}`,
  indicators: `#/indicateurs?${profile}&face=2026-10-31`,
  tiles: `#/indicateurs?${profile}&etat=oui&forme=grille`,
  calendar: `#/calendrier?${profile}&decision=2026-12-15`,
  eligibility: `#/eligibilite?${profile}&lieu=etranger&titulaire=transfert&le=2026-11-20`,
  nda: `#/nda?${profile}&micro=50000&premier=2026-11-01&datecasier=2026-09-01&numero=11%2075%2012345%2069`,
  findings: `#/non-conformites?${profile}&fiches=4-maj-20261101.12-min-20261101&suivant=2027-11-01`,
  readiness: `#/preparation?${profile}`,
  compare: `#/comparer?${profile}&b=cat~AF~ca~800000&c=cat~CFA~ca~1000~st~1~nom~Un%20tr%C3%A8s%20long%20nom%20de%20client`,
  drafts: `#/brouillons?${profile}&tri=nom`,
  rules: `#/regles?${profile}`,
  integrate: `#/integrer?${profile}&vue=indicateurs&couleur=ffee00&profil=1&partenaire=mon-site`,
  embedded: `#/devis?${profile}&embed=1&accent=ffee00`,
  dossier: `#/dossier?${profile}&decision=2026-12-15&options=white-audit`,
  privacy: `#/confidentialite?${profile}`,
  accessibility: `#/accessibilite?${profile}`,
  nowhere: "#/nowhere",
};
