"""
The reference pages, made from the rules and columns themselves.

``python -m analytics.checks.referentie`` writes them to ``data/referentie``; a test keeps them true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analytics.checks.catalogus import REGEL, REGELS
from analytics.checks.niet_vooraf import NIET_VOORAF
from analytics.checks.regel import Ernst, Plaats, Regel, Voorbeeld
from analytics.checks.tekst import toonbaar
from analytics.domain.blad import Soort
from analytics.domain.codelijsten import REFERENTIE
from analytics.domain.velden import TABELLEN, VELD, VELDEN, Veld
from analytics.errors import GebruiksFout

_GROEPEN = {
    "structuur": "Bladen, koppen en sleutels",
    "ronde": "Wat in deze ronde niet mag",
    "register": "Wat het register weigert",
    "lezing": "Wat we anders lezen dan het er staat",
    "Excel-schade": "Wat Excel met waarden doet",
    "kwaliteit": "Wat het register aanvaardt, maar vragen oproept",
}
_SOORTNAAM = {
    Soort.GETAL: "als getal",
    Soort.DATUM: "als Excel-datum",
    Soort.LOGISCH: "als WAAR/ONWAAR",
    Soort.FOUT: "als foutwaarde",
    Soort.FORMULE_ZONDER_WAARDE: "formule zonder uitkomst",
    Soort.AFGESCHERMD: "een INSZ (afgeschermd)",
}
_KOP = "<!-- Gemaakt uit de regels zelf; niet met de hand wijzigen. -->\n\n"


def registermeldingen() -> pd.DataFrame:
    """Return every message of the register on registration: ``paragraaf, laag, veld, melding, niet_vooraf``."""
    return pd.read_csv(REFERENTIE / "registermeldingen.csv", dtype="string", keep_default_na=False)


def regel_tekst(code: str) -> str:
    """
    Return what the handbook says about one rule, as plain text.

    Raises:
        GebruiksFout: If there is no such rule; the message names those that look like it.
    """
    if code in REGEL:
        return "\n".join(_regel(REGEL[code], kop="")).strip() + "\n"
    lijkt = sorted(c for c in REGEL if code.split("_")[0] in c)[:8]
    raad = f" Bedoelt u {', '.join(lijkt)}?" if lijkt else " Alle codes staan in data/referentie/REGELS.md."
    raise GebruiksFout(f"Er is geen regel met code {toonbaar(code)!r}.{raad}")


def _kop(plaats: Plaats) -> str:
    return f"{TABELLEN[plaats[0]].blad}: {VELD[plaats].kop}"


def _plaatsen(plaatsen: Sequence[Plaats]) -> str:
    """Name the columns, per sheet when there are many."""
    if len(plaatsen) <= 3:
        return "; ".join(_kop(p) for p in plaatsen)
    per_blad: dict[str, list[str]] = {}
    for tabel, veld in plaatsen:
        per_blad.setdefault(TABELLEN[tabel].blad, []).append(VELD[tabel, veld].kop)
    return "; ".join(f"{blad}: {', '.join(koppen)}" for blad, koppen in sorted(per_blad.items()))


def _waarde(tekst: object) -> str:
    if isinstance(tekst, tuple):
        waarde, soort = tekst
        naam = _SOORTNAAM.get(soort, "")
        return f"`{_zichtbaar(waarde)}` ({naam})" if waarde else f"({naam})"
    return f"`{_zichtbaar(tekst)}`" if tekst not in (None, "") else "(leeg)"


def _zichtbaar(tekst: object) -> str:
    kort = toonbaar(str(tekst))
    return (
        "[spatie]" * len(kort)
        if kort.strip(" ") == ""
        else kort.replace(" ", "\u00b7")
        if kort != kort.strip()
        else kort
    )


def _voorbeeld(voorbeeld: Voorbeeld) -> str:
    if not isinstance(voorbeeld, Mapping):
        return _waarde(voorbeeld)
    delen = []
    for tabel in TABELLEN:
        records = voorbeeld.get(tabel)
        if isinstance(records, list | tuple):
            delen.append(_records(tabel, records))
    extra = [*_blad_of_kop(voorbeeld)]
    return "; ".join([*delen, *extra]) or "zoals in het sjabloon"


def _records(tabel: str, records: Sequence[Mapping[str, object]]) -> str:
    blad = TABELLEN[tabel].blad
    if not records:
        return f"{blad}: geen rijen"
    if len(records) > 3:
        return f"{blad}: {len(records)} rijen zoals {_record(tabel, records[0])}"
    return f"{blad}: " + " en ".join(_record(tabel, r) for r in records)


def _record(tabel: str, record: Mapping[str, object]) -> str:
    velden = [f"{VELD[tabel, v].kop} = {_waarde(w)}" for v, w in record.items() if (tabel, v) in VELD and w is not None]
    return "{" + ", ".join(velden) + "}"


def _blad_of_kop(voorbeeld: Mapping[str, object]) -> Iterable[str]:
    for sleutel, woord, naam in (("extra_bladen", "blad", "blad"), ("extra_koppen", "kolom", "kop")):
        for rij in _lijst(voorbeeld.get(sleutel)):
            if isinstance(rij, Mapping):
                yield f"{woord} “{rij[naam]}”"
    for rij in _lijst(voorbeeld.get("zonder_koppen")):
        if isinstance(rij, tuple):
            yield f"geen kolom “{VELD[rij].kop}”"
    for tabel in _lijst(voorbeeld.get("zonder_bladen")):
        yield f"geen blad {TABELLEN[str(tabel)].blad}"
    for opmerking in _lijst(voorbeeld.get("opmerkingen")):
        yield str(opmerking)


def _lijst(waarde: object) -> Sequence[object]:
    return waarde if isinstance(waarde, list | tuple) else ()


def _waarom(regel: Regel) -> str:
    if regel.waarom or (regel.bron.wie == "Register" and regel.ernst is Ernst.FOUT):
        return regel.waarom or "Het register weigert de rij."
    return f"{regel.bron.tekst[:1].upper()}{regel.bron.tekst[1:]}."


def _regel(regel: Regel, kop: str = "### ") -> list[str]:
    kolom = [f"- **Kolom:** {_plaatsen(regel.plaatsen)}"] if regel.niveau not in ("blad", "levering") else []
    rondes = "" if regel.rondes == (1, 2, 3) else f" · ronde {' en '.join(str(r) for r in regel.rondes)}"
    voorstel = ["- **Voorstel:** ja, waar de verbetering zeker is."] if regel.voorstel else []
    return [
        f"{kop}{regel.code}",
        "",
        f"**{regel.ernst}**{rondes} – {regel.titel}",
        "",
        *kolom,
        f"- **Waarom:** {_waarom(regel)}",
        f"- **Wat te doen:** {regel.advies}",
        *voorstel,
        f"- **Fout:** {_voorbeeld(regel.fout[0])}",
        f"- **Goed:** {_voorbeeld(regel.goed[0])}",
        f"- **Bron:** {regel.bron}",
        "",
    ]


def regels_md() -> str:
    """Return the handbook of all rules, for pilots."""
    regels = [
        "# Regels",
        "",
        f"Deze {len(REGELS)} regels gaan over een levering. **FOUT**: het register weigert de rij, of de ronde "
        "verbiedt ze; de vereniging kan zo niet opgeladen worden. **WAARSCHUWING**: het register aanvaardt het, maar "
        "iemand moet kijken. **INFO**: goed om te weten.",
        "",
        "In voorbeelden staat · voor een spatie waar ze ertoe doet.",
        "",
    ]
    for groep, titel in _GROEPEN.items():
        regels += [f"## {titel}", ""]
        for regel in REGELS:
            if regel.groep == groep:
                regels += _regel(regel)
    regels += [
        "## Niet vooraf te controleren",
        "",
        "Dit weet alleen het register; geen werkmap kan het voorspellen.",
        "",
    ]
    regels += [f"- **{n.code}** – {n.titel} ({n.bron})" for n in NIET_VOORAF]
    return _KOP + "\n".join(regels).rstrip() + "\n"


def kolommen_md() -> str:
    """Return the table of all columns, per sheet."""
    regels = ["# Kolommen", "", "Verplicht: R altijd, C soms (zie de regels), O nooit.", ""]
    for tabel in TABELLEN.values():
        regels += [
            f"## Blad {tabel.blad}",
            "",
            "| kop | werkmap | verplicht | wat | veld van het register |",
            "|---|---|---|---|---|",
        ]
        regels += [_kolom(v) for v in VELDEN if v.tabel == tabel.code] + [""]
    return _KOP + "\n".join(regels).rstrip() + "\n"


def _kolom(veld: Veld) -> str:
    werkmap = " en ".join(veld.werkmappen)
    ook = f" Ook: {', '.join(veld.aliassen)}." if veld.aliassen else ""
    api = veld.api or "niet opgeladen"
    return f"| {veld.kop} | {werkmap} | {veld.verplicht} | {veld.hint} ({veld.type}){ook} | {api} |"


def pariteit() -> pd.DataFrame:
    """Return per message of the register ``regels`` (our codes, ``, `` between them) and ``niet_vooraf`` (why none)."""
    meldingen = registermeldingen()
    codes: dict[str, list[str]] = {}
    for regel in REGELS:
        for melding in regel.bron.meldingen:
            codes.setdefault(melding, []).append(regel.code)
    elders = {m: f"Alleen het register weet dit: {n.titel}" for n in NIET_VOORAF for m in n.bron.meldingen}
    meldingen["regels"] = [", ".join(codes.get(m, [])) for m in meldingen["melding"]]
    meldingen["niet_vooraf"] = [
        waarom or ("" if regels else elders.get(melding, ""))
        for melding, waarom, regels in meldingen[["melding", "niet_vooraf", "regels"]].itertuples(index=False)
    ]
    return meldingen


def pariteit_md() -> str:
    """Return the parity table: each message of the register on registration, and our rule or why there is none."""
    tabel = pariteit()
    met = int((tabel["regels"] != "").sum())
    regels = [
        "# Pariteit met het register",
        "",
        f"Elke melding waarmee het register een registratie of de eerste aanvulling ervan weigert: {len(tabel)} "
        f"meldingen, {met} met een regel, {len(tabel) - met} die niet uit een werkmap te voorspellen zijn.",
        "",
        "Laag: JSON = het bericht zelf, V = validatie van het verzoek, D = regel van het domein, X = vraag aan een "
        "andere dienst.",
        "",
        "| § | laag | veld | melding | regel | of waarom niet |",
        "|---|---|---|---|---|---|",
    ]
    for r in tabel.itertuples():
        melding = str(r.melding).replace("|", "\\|")
        regels.append(f"| {r.paragraaf} | {r.laag} | {r.veld} | {melding} | {r.regels} | {r.niet_vooraf} |")
    return _KOP + "\n".join(regels) + "\n"


def paginas() -> dict[str, str]:
    """Return ``{file name: content}`` of all reference pages."""
    return {"REGELS.md": regels_md(), "KOLOMMEN.md": kolommen_md(), "PARITEIT.md": pariteit_md()}


def schrijf(map_: Path = REFERENTIE) -> None:
    """Write the reference pages to *map_*."""
    for naam, inhoud in paginas().items():
        (map_ / naam).write_text(inhoud, encoding="utf-8")


if __name__ == "__main__":
    schrijf()
