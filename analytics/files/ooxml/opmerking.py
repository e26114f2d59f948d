"""Comments on cells: one per cell is all Excel allows, so ours goes below what the pilot wrote."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping

from lxml import etree

from analytics.domain.blad import kolomletter
from analytics.files.ooxml.blad import Blad
from analytics.files.ooxml.cel import attribuut
from analytics.files.ooxml.pakket import Pakket, lees_xml, lokaal, namespace, schrijf_xml, xml_schoon, xml_tekst
from analytics.files.ooxml.tekst import gewone_utf8
from analytics.files.ooxml.vml import Ankers, Vak, hoogste_blok, vul_aan

AUTEUR = "Verenigingsregister"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# Names our own answers in a thread, the same in every run.
_NAAMRUIMTE = uuid.UUID("6f0b4f0e-3f0a-5d5c-9d55-6d1f6a2f7c11")


def voeg_opmerkingen_toe(
    pakket: Pakket,
    deel: str,
    blad: Blad,
    teksten: Mapping[tuple[int, int], str],
    *,
    strict: bool,
    relatienamespace: str,
) -> None:
    """
    Give cells of one sheet, by (row, column) from 1, a comment; *blad* is the sheet's part, already patched.

    A comment of the pilot keeps its text and author, with ours below; in a thread ours becomes an answer. One we
    wrote in an earlier round is replaced.
    """
    if not teksten:
        return
    adressen = {f"{kolomletter(kolom)}{rij}": (rij, kolom) for rij, kolom in sorted(teksten)}
    nieuw = {adres: xml_schoon(teksten[plaats]) for adres, plaats in adressen.items()}
    opmerkingen = pakket.verwante(deel, "comments")
    if opmerkingen is None or opmerkingen not in pakket.delen:
        leeg = f'<comments xmlns="{blad_namespace(blad)}"><authors/><commentList/></comments>'
        opmerkingen = pakket.voeg_deel_toe("xl/comments{}.xml", leeg.encode(), _TYPE)
        pakket.voeg_relatie_toe(deel, "comments", opmerkingen, strict=strict)
    volledig = _schrijf_opmerkingen(pakket, opmerkingen, nieuw)
    _antwoord_in_draden(pakket, deel, nieuw)

    vml_deel = _vml_van(pakket, deel, blad)
    blok = hoogste_blok(inhoud for naam, inhoud in pakket.delen.items() if naam.lower().endswith(".vml")) + 1
    vakken = [Vak(*adressen[adres], tekst) for adres, tekst in volledig.items()]
    oud = gewone_utf8(pakket.delen[vml_deel]) if vml_deel else b""
    vml = vul_aan(oud, vakken, Ankers(blad), eerste_blok=blok)
    if vml_deel:
        pakket.delen[vml_deel] = vml
    else:
        vml_deel = pakket.voeg_deel_toe("xl/drawings/vmlDrawing{}.vml", vml, _VML_TYPE)
        relatie = pakket.voeg_relatie_toe(deel, "vmlDrawing", vml_deel, strict=strict)
        p = blad.voorvoegsel
        blad.voeg_in_staart("legacyDrawing", f'<{p}legacyDrawing xmlns:r="{relatienamespace}" r:id="{relatie}"/>')


def blad_namespace(blad: Blad) -> str:
    """Return the main namespace of a worksheet part."""
    p = blad.voorvoegsel.removesuffix(":").encode()
    treffer = re.search(rb"xmlns" + (b":" + p if p else b"") + rb"""\s*=\s*["']([^"']+)""", blad.kop)
    return treffer.group(1).decode() if treffer else ""


def _schrijf_opmerkingen(pakket: Pakket, deel: str, nieuw: Mapping[str, str]) -> dict[str, str]:
    """Put the comments in the comments part; return the full text of each."""
    wortel = lees_xml(pakket.delen[deel])
    ns = namespace(wortel)
    auteurs, lijst = wortel.find(f"{{{ns}}}authors"), wortel.find(f"{{{ns}}}commentList")
    if auteurs is None:
        auteurs = etree.Element(f"{{{ns}}}authors")
        wortel.insert(0, auteurs)
    if lijst is None:
        lijst = etree.Element(f"{{{ns}}}commentList")
        auteurs.addnext(lijst)
    namen = [auteur.text or "" for auteur in auteurs]
    if AUTEUR not in namen:
        etree.SubElement(auteurs, f"{{{ns}}}author").text = AUTEUR
        namen.append(AUTEUR)
    onze = str(namen.index(AUTEUR))
    bestaande = {kind.get("ref") or "": kind for kind in lijst}
    volledig = {}
    erbij = []
    p = f"{lijst.prefix}:" if lijst.prefix else ""
    for adres, tekst in nieuw.items():
        opmerking = bestaande.get(adres)
        if opmerking is None:
            erbij.append(
                f'<{p}comment ref="{adres}" authorId="{onze}"><{p}text><{p}r><{p}rPr><{p}sz val="9"/>'
                f'<{p}color indexed="81"/><{p}rFont val="Tahoma"/></{p}rPr>'
                f'<{p}t xml:space="preserve">{xml_tekst(tekst)}</{p}t></{p}r></{p}text></{p}comment>'
            )
            volledig[adres] = tekst
            continue
        inhoud = opmerking.find(f"{{{ns}}}text")
        if inhoud is None:
            inhoud = etree.Element(f"{{{ns}}}text")
            opmerking.insert(0, inhoud)
        if opmerking.get("authorId") == onze:
            inhoud[:] = []
        eerder = "".join(str(stuk) for stuk in inhoud.itertext())
        _voeg_run_toe(inhoud, ns, f"\n\n{tekst}" if eerder.strip() else tekst)
        volledig[adres] = f"{eerder}\n\n{tekst}" if eerder.strip() else tekst
    if not len(lijst):
        # Makes the parser write a closing tag to put the new ones before.
        lijst.text = ""
    # Tens of thousands of comments are written faster than they are built.
    voor, dicht, na = schrijf_xml(wortel).rpartition(f"</{p}commentList>".encode())
    pakket.delen[deel] = b"".join((voor, "".join(erbij).encode(), dicht, na))
    return volledig


def _voeg_run_toe(inhoud: etree._Element, ns: str, tekst: str) -> None:
    for kind in inhoud:
        if lokaal(kind) == "t":
            # A plain text next to runs is not allowed: it becomes a run of its own.
            run = etree.Element(f"{{{ns}}}r")
            kind.addprevious(run)
            run.append(kind)
    run = etree.Element(f"{{{ns}}}r")
    stijl = etree.SubElement(run, f"{{{ns}}}rPr")
    for naam, waarde in (("sz", {"val": "9"}), ("color", {"indexed": "81"}), ("rFont", {"val": "Tahoma"})):
        etree.SubElement(stijl, f"{{{ns}}}{naam}", waarde)
    kind = etree.SubElement(run, f"{{{ns}}}t")
    kind.text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", tekst)[:32_767]
    kind.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    # Phonetic runs and properties come after the runs.
    laatste = [plaats for plaats, k in enumerate(inhoud) if lokaal(k) == "r"]
    inhoud.insert(laatste[-1] + 1 if laatste else 0, run)


def _vml_van(pakket: Pakket, deel: str, blad: Blad) -> str | None:
    """Return the VML part of the comments; pictures in headers have another one."""
    tag = re.search(rf"<{re.escape(blad.voorvoegsel)}legacyDrawing\s[^>]*>".encode(), blad.staart)
    sleutel = (attribuut(tag.group(), rb"[\w.-]+:id") or b"").decode() if tag else ""
    doel = next((relatie.doel for relatie in pakket.relaties(deel) if relatie.id == sleutel), None)
    return doel if doel in pakket.delen else None


def _antwoord_in_draden(pakket: Pakket, deel: str, nieuw: Mapping[str, str]) -> None:
    """Answer in the pilot's threads: Excel shows the thread and hides the comment behind it."""
    draden = pakket.verwante(deel, "threadedComment")
    personen = next((n for n in pakket.delen if re.fullmatch(r"xl/persons/[^/]+\.xml", n, re.IGNORECASE)), None)
    if draden is None or draden not in pakket.delen or personen is None:
        return
    wortel, lijst = lees_xml(pakket.delen[draden]), lees_xml(pakket.delen[personen])
    ns = namespace(wortel)
    eerste = {kind.get("ref") or "": kind for kind in reversed(wortel) if kind.get("parentId") is None}
    geraakt = [adres for adres in nieuw if adres in eerste]
    if not geraakt:
        return
    wij = "{" + str(uuid.uuid5(_NAAMRUIMTE, AUTEUR)).upper() + "}"
    if all(kind.get("id") != wij for kind in lijst):
        persoon = etree.SubElement(lijst, f"{{{namespace(lijst)}}}person", {"displayName": AUTEUR, "id": wij})
        persoon.attrib.update({"userId": AUTEUR, "providerId": "None"})
        pakket.delen[personen] = schrijf_xml(lijst)
    for adres in geraakt:
        begin = eerste[adres]
        sleutel = "{" + str(uuid.uuid5(_NAAMRUIMTE, f"{draden} {adres} {nieuw[adres]}")).upper() + "}"
        kind = etree.Element(f"{{{ns}}}threadedComment", {"ref": adres})
        # No clock here: the answer carries the moment of the question.
        kind.attrib.update({"dT": begin.get("dT") or "2024-01-01T00:00:00.00", "personId": wij, "id": sleutel})
        kind.set("parentId", begin.get("id") or "")
        etree.SubElement(kind, f"{{{ns}}}text").text = nieuw[adres]
        begin.addnext(kind)
    pakket.delen[draden] = schrijf_xml(wortel)
