"""The program that runs in pandera's own environment, and which of our rules it is comparable with."""

from __future__ import annotations

#: Our rules that the program below repeats.
CODES = frozenset(
    {
        "naam_ontbreekt",
        "html_in_tekst",
        "startdatum_onleesbaar",
        "startdatum_in_toekomst",
        "leeftijd_onleesbaar",
        "leeftijd_buiten_bereik",
        "hoofdactiviteit_onbekend",
        "contacttype_ontbreekt",
        "contacttype_onbekend",
        "contactwaarde_ontbreekt",
        "email_ongeldig",
        "telefoon_ongeldig",
        "contact_dubbel",
        "locatietype_ontbreekt",
        "locatietype_onbekend",
        "locatienaam_te_lang",
        "straatnaam_ontbreekt",
        "huisnummer_ontbreekt",
        "postcode_ontbreekt",
        "gemeente_ontbreekt",
        "land_ontbreekt",
        "locatie_dubbel",
        "insz_ontbreekt",
        "insz_controlegetal",
        "voornaam_ontbreekt",
        "achternaam_ontbreekt",
        "naam_met_cijfer",
        "intern_nummer_dubbel",
    }
)

PROGRAMMA = r"""
import statistics, sys, time, warnings
from pathlib import Path
import pandas as pd
warnings.simplefilter("ignore")
import pandera.pandas as pa

map_ = Path(sys.argv[1])
T = {t: pd.read_parquet(map_ / f"{t}.parquet") for t in
     ("verenigingen", "contactgegevens", "locaties", "vertegenwoordigers")}
HTML = r"<[^\n]*>"
EMAIL = (r"^[_-]*[A-Za-z0-9]+(?:[.!#$%&'*+/=?^_`{|}~-][A-Za-z0-9]+)*[.!#$%&'*+/=?^_`{|}~-]?[_-]*@"
         r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*\.[A-Za-z]{2,}$")
PATRONEN = (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[0-9]+")
CODES = set("BIAG BWWC DINT GEWE HOSP INOS JGDW KLDU KECU LAVI LEBE MADP MEDG MROW NMDW VORM SOVO SPRT ONWE TOER "
            "WESE".split())
geen_html = pa.Check(lambda s: ~s.str.contains(HTML, regex=True, na=False))
gevuld = pa.Check(lambda s: s.str.strip().ne("").fillna(False))


def insz(s):
    c = s.fillna("").str.replace(r"[.\-]", "", regex=True)
    goed = c.str.fullmatch(r"[0-9]{11}")
    n = c.where(goed, "0").astype("int64")
    return s.isna() | (goed & ((97 - n // 100 % 97 == n % 100) != (97 - (2_000_000_000 + n // 100) % 97 == n % 100)))


def datum(s):
    return s.isna() | pd.to_datetime(s, format="%Y-%m-%d", errors="coerce").notna()


def niet_later(s):
    return ~(pd.to_datetime(s, format="%Y-%m-%d", errors="coerce") > pd.Timestamp("2024-03-12"))


def leeftijd(s):
    return s.isna() | s.str.fullmatch(PATRONEN[1], na=False)


def bereik(s):
    return pd.to_numeric(s, errors="coerce").fillna(0).between(0, 150)


def vrij(*kolommen):
    return {k: pa.Column(str, geen_html, nullable=True, coerce=False, required=False) for k in kolommen}


def uniek(*kolommen):
    return pa.Check(lambda d: ~d.duplicated(list(kolommen)))


def adres(d):
    sleutels = ["intern_nummer", "locatietype", "locatienaam"]
    delen = {k: d[k].fillna("").str.lower().str.normalize("NFD").str.replace(r"[^a-z0-9]", "", regex=True)
             for k in ("straatnaam", "huisnummer", "busnummer", "postcode", "gemeente", "land")}
    return ~d[sleutels].assign(**delen).duplicated()


def contact(d):
    tel = d["waarde"].str.replace(r"[^0-9]", "", regex=True).str.lstrip("0")
    return ~d.assign(w=tel.where(d["contactgegeventype"] == "Telefoon", d["waarde"])).duplicated(
        ["intern_nummer", "contactgegeventype", "beschrijving", "w"])


def mail(d):
    return (d["contactgegeventype"] != "E-mail") | d["waarde"].isna() | d["waarde"].str.match(EMAIL, na=False)


def telefoon(d):
    rest = d["waarde"].str.replace(r"[ ./()+-]", "", regex=True)
    return (d["contactgegeventype"] != "Telefoon") | d["waarde"].isna() | rest.str.fullmatch(r"[0-9]*", na=False)


def verplicht(*checks):
    return pa.Column(checks=[gevuld, *checks], nullable=False)


def vrijelijk(*checks):
    return pa.Column(checks=list(checks), nullable=True)


S = {
    "verenigingen": pa.DataFrameSchema(
        {"naam": verplicht(geen_html), "korte_naam": vrijelijk(geen_html), "korte_beschrijving": vrijelijk(geen_html),
         "startdatum": vrijelijk(pa.Check(datum), pa.Check(niet_later)),
         "minimumleeftijd": vrijelijk(pa.Check(leeftijd), pa.Check(bereik)),
         "maximumleeftijd": vrijelijk(pa.Check(leeftijd), pa.Check(bereik)),
         "hoofdactiviteiten": vrijelijk(pa.Check(lambda s: s.map(
             lambda t: set(t.split(";")) <= CODES if isinstance(t, str) else True)))},
        checks=[uniek("intern_nummer")]),
    "contactgegevens": pa.DataFrameSchema(
        {"contactgegeventype": verplicht(pa.Check(lambda s: s.str.lower().isin(
            ["e-mail", "telefoon", "website", "socialmedia"]))),
         "waarde": verplicht(geen_html), "beschrijving": vrijelijk(geen_html)},
        checks=[pa.Check(mail), pa.Check(telefoon), pa.Check(contact)]),
    "locaties": pa.DataFrameSchema(
        {"locatietype": verplicht(pa.Check(lambda s: s.str.lower().isin(["correspondentie", "activiteiten"]))),
         "locatienaam": vrijelijk(geen_html, pa.Check(lambda s: ~(s.str.len() > 128).fillna(False))),
         "busnummer": vrijelijk(geen_html), "adres_id": vrijelijk(geen_html),
         **{k: verplicht(geen_html) for k in ("straatnaam", "huisnummer", "postcode", "gemeente", "land")}},
        checks=[pa.Check(adres)]),
    "vertegenwoordigers": pa.DataFrameSchema(
        {"insz": verplicht(pa.Check(insz)),
         **{k: verplicht(geen_html, pa.Check(lambda s: ~s.str.contains(r"[0-9]", regex=True, na=False)))
            for k in ("voornaam", "achternaam")},
         **{k: vrijelijk(geen_html) for k in ("roepnaam", "rol", "social_media")},
         "e_mail": vrijelijk(pa.Check(lambda s: s.isna() | s.str.match(EMAIL, na=False))),
         **{k: vrijelijk(pa.Check(lambda s: s.isna() | s.str.replace(r"[ ./()+-]", "", regex=True).str.fullmatch(
             r"[0-9]*", na=False))) for k in ("telefoon", "mobiel")}}),
}
tijden = []
for _ in range(3):
    begin = time.perf_counter()
    for tabel, schema in S.items():
        try:
            schema.validate(T[tabel], lazy=True)
        except pa.errors.SchemaErrors as fouten:
            len(fouten.failure_cases)
    tijden.append(time.perf_counter() - begin)
print(statistics.median(tijden))
"""
