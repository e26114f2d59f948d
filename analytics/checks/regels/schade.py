"""Excel damage: what the register would mostly accept, but nobody meant."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyarrow.compute as pc

from analytics.checks import schade
from analytics.checks.proef import Bools, Proef, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel
from analytics.checks.regels.adviesregel import adviesregel
from analytics.checks.toetsen import per_cel, per_soort, per_tekst
from analytics.checks.voorstellen import zonder_onzichtbare
from analytics.domain.blad import Soort
from analytics.domain.velden import VELDEN, Type, Veld

_VRIJ = {"korte_beschrijving", "beschrijving", "opmerking", "doel"}
_LIJSTEN = (Type.CODES, Type.TEKSTEN)


def _plaatsen(
    *, geladen: bool | None = None, behalve: tuple[Type, ...] = (), zonder: set[str] | None = None
) -> tuple[Plaats, ...]:
    """Return the columns that are loaded (or not, or all), but for these types and names."""
    return tuple(
        (v.tabel, v.code)
        for v in VELDEN
        if (geladen is None or _is_geladen(v) == geladen) and v.type not in behalve and v.code not in (zonder or ())
    )


def _is_geladen(veld: Veld) -> bool:
    return veld.api is not None or veld.type is Type.SLEUTEL


_TEKSTTYPES = (Type.DATUM, Type.GETAL, Type.JANEE, Type.CODES, Type.KBO, Type.INSZ, Type.IBAN, Type.SLEUTEL)
# Free text first: its rule's examples stand in the name.
_TEKSTEN = tuple(sorted(_plaatsen(behalve=_TEKSTTYPES), key=lambda p: p != ("verenigingen", "naam")))
_EEN_REGEL = tuple(
    p for p in _TEKSTEN if p[1] not in _VRIJ and p not in {(v.tabel, v.code) for v in VELDEN if v.type in _LIJSTEN}
)
_NUMMERS = (("locaties", "huisnummer"), ("locaties", "busnummer"))
_ALLES = _plaatsen()


def _afgekapt(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = proef.toepasbaar(*plaats)
    lengte = pc.utf8_length(proef.pijl(*plaats)).fill_null(0).to_numpy(zero_copy_only=False)
    # Emoji count for two in Excel.
    kan = np.flatnonzero(lengte > 16_000)
    raak: Bools = np.zeros(len(lengte), dtype=bool)
    raak[kan] = [schade.is_afgekapt(t) for t in proef.kolom(*plaats).gelezen[kan]]
    return Uitslag(toegepast, raak[proef.kolom(*plaats).nummers] & toegepast)


_schade = partial(adviesregel, groep="Excel-schade")


REGELS: tuple[Regel, ...] = (
    _schade(
        "foutwaarde",
        _plaatsen(geladen=True),
        "De cel toont een foutwaarde van Excel; er is geen waarde om op te laden.",
        "Verbeter de formule, of typ de waarde.",
        "wat de cel had moeten tonen, weten we niet",
        toets=per_soort(Soort.FOUT, leeg_ook=True),
        goed=("A-17",),
        fout=(("#N/B", Soort.FOUT),),
        ernst=Ernst.FOUT,
    ),
    _schade(
        "formule_zonder_waarde",
        _plaatsen(geladen=True),
        "De cel bevat een formule waarvan de uitkomst niet bewaard is.",
        "Open de werkmap in Excel, laat ze herberekenen en bewaar ze, of plak de cellen als waarden.",
        "wat de cel had moeten tonen, weten we niet",
        toets=per_soort(Soort.FORMULE_ZONDER_WAARDE, leeg_ook=True),
        goed=("A-17",),
        fout=((None, Soort.FORMULE_ZONDER_WAARDE),),
        ernst=Ernst.FOUT,
    ),
    _schade(
        "foutwaarde_niet_opgeladen",
        _plaatsen(geladen=False),
        "De cel toont een foutwaarde, of een formule zonder uitkomst.",
        "Verbeter de formule, of maak de cel leeg.",
        "de kolom wordt niet opgeladen",
        toets=per_soort(Soort.FOUT, Soort.FORMULE_ZONDER_WAARDE, leeg_ook=True),
        goed=("sportdienst",),
        fout=(("#N/B", Soort.FOUT),),
    ),
    _schade(
        "foutwaarde_als_tekst",
        _TEKSTEN,
        "De tekst is een foutwaarde van Excel.",
        "Vul de bedoelde waarde in.",
        "het register neemt de tekst aan zoals ze is",
        toets=per_tekst(schade.is_fouttekst, kan=lambda s: "#" in s),
        goed=("#1 in Boom", "Club #N/B"),
        fout=("#N/B", "#REF!", "#VERW!"),
    ),
    _schade(
        "wetenschappelijke_notatie",
        (*_plaatsen(behalve=(Type.DATUM, Type.JANEE, Type.CODE, Type.CODES)),),
        "Excel toont hier een lang getal in wetenschappelijke notatie; de laatste cijfers zijn weg.",
        "Geef de kolom de opmaak Tekst en vul het volledige nummer opnieuw in.",
        "de verloren cijfers zijn niet terug te vinden",
        toets=per_tekst(schade.is_wetenschappelijk),
        goed=("1234567890", "E+3"),
        fout=("1,23E+09", "4.7E+8"),
    ),
    _schade(
        "huisnummer_werd_datum",
        _NUMMERS,
        "Excel maakte een datum van dit nummer.",
        "Geef de kolom de opmaak Tekst en typ het nummer opnieuw, bijvoorbeeld 7-9.",
        "het register neemt de datum aan als huisnummer",
        toets=per_cel(schade.is_huisnummerdatum),
        goed=("7-9", "12A", "53-61"),
        fout=(("2024-09-07", Soort.DATUM), "7-sep", "sep/07"),
        voorstel=schade.huisnummer_uit_datum,
    ),
    _schade(
        "tekst_werd_datum",
        tuple(
            p
            for p in _plaatsen(behalve=(Type.DATUM,), zonder={"laatst_bevestigd", "opmerking", "insz"})
            if p not in _NUMMERS
        ),
        "Deze cel is voor Excel een datum, maar hier hoort geen datum.",
        "Geef de kolom de opmaak Tekst en typ de waarde opnieuw.",
        "het register neemt de datum aan als tekst",
        toets=per_soort(Soort.DATUM),
        goed=("1 mei-comité",),
        fout=(("2024-05-01", Soort.DATUM),),
    ),
    _schade(
        "onzichtbare_tekens",
        _TEKSTEN,
        "Er staan vaste spaties of tekens zonder breedte in deze cel.",
        "Vervang ze door gewone spaties, of typ de waarde opnieuw.",
        "ze komen mee bij kopiëren; zoeken vindt de waarde dan niet, en telefoonnummers worden geweigerd",
        toets=per_tekst(schade.heeft_onzichtbare, kan=lambda s: not s.isascii()),
        goed=("Club Café", "naïef"),
        fout=("KWB\u00a0Boom", "KWB\u200bBoom"),
        voorstel=lambda t: schade.zonder_losse_spaties(zonder_onzichtbare(t)),
    ),
    _schade(
        "stuurtekens",
        _TEKSTEN,
        "Er staan stuurtekens in deze cel.",
        "Typ de waarde opnieuw.",
        "het register bewaart ze, en niemand ziet ze",
        toets=per_tekst(schade.heeft_stuurtekens, kan=lambda s: not s.isprintable() or "_x00" in s),
        goed=("KWB Boom", "twee\nregels"),
        fout=("KWB\x07Boom", "KWB_x000D_Boom"),
        voorstel=schade.zonder_stuurtekens,
    ),
    _schade(
        "regeleinde_in_cel",
        _EEN_REGEL,
        "Er staat een regeleinde of tab in deze cel.",
        "Zet de waarde op één regel; twee waarden horen in twee rijen.",
        "het register bewaart het regeleinde mee",
        toets=per_tekst(schade.heeft_regeleinde, kan=schade.heeft_regeleinde),
        goed=("KWB Boom",),
        fout=("KWB\nBoom", "KWB\tBoom"),
        voorstel=schade.op_een_regel,
    ),
    _schade(
        "losse_spaties",
        _TEKSTEN,
        "Er staan spaties vooraan of achteraan, of twee spaties na elkaar.",
        "Verwijder de spaties die te veel zijn.",
        "het register bewaart ze mee; waar het ze weigert, staat dat apart",
        toets=per_tekst(
            schade.heeft_losse_spaties, kan=lambda s: schade.heeft_losse_spaties(s) or " |" in s or "| " in s
        ),
        goed=("KWB Boom",),
        fout=(" KWB Boom", "KWB Boom ", "KWB  Boom"),
        voorstel=schade.zonder_losse_spaties,
        ernst=Ernst.INFO,
    ),
    _schade(
        "decimaal_in_nummer",
        (
            ("locaties", "huisnummer"),
            ("locaties", "busnummer"),
            ("locaties", "postcode"),
            ("verenigingen", "aansluitingsnummer"),
            ("contactgegevens", "waarde"),
            ("vertegenwoordigers", "telefoon"),
            ("vertegenwoordigers", "mobiel"),
        ),
        "Achter dit nummer staat ,0 of .0: het is langs een getal gekomen.",
        "Schrijf het nummer zonder komma, en geef de kolom de opmaak Tekst.",
        "het register neemt het aan zoals het er staat",
        toets=per_tekst(schade.is_decimaal, kan=lambda s: ".0" in s or ",0" in s),
        goed=("12", "9.10"),
        fout=("12.0", "12,0"),
        voorstel=schade.zonder_decimaal,
    ),
    _schade(
        "tekst_afgekapt",
        _ALLES,
        "De cel is vol: Excel kapt af op 32.767 tekens.",
        "Vul de volledige tekst in, of kort ze in.",
        "wat er nog achter kwam, is weg",
        toets=_afgekapt,
        goed=("kort",),
        fout=("a" * 32_767,),
    ),
    _schade(
        "tekens_verhaspeld",
        _TEKSTEN,
        "Letters met accenten zijn verkeerd ingelezen.",
        "Verbeter de tekst; lees het bronbestand opnieuw in als UTF-8.",
        "het register bewaart de verkeerde letters",
        toets=per_tekst(schade.is_verhaspeld, kan=lambda s: not s.isascii()),
        goed=("Café De Ster", "Ça va"),
        fout=("CafÃ© De Ster", "Caf\ufffd"),
        voorstel=schade.ontwar_tekens,
    ),
)
