"""XML of a part as plain UTF-8 bytes, so that it can be searched and patched without building a tree."""

from __future__ import annotations

import re

from lxml import etree

from analytics.files.ooxml.pakket import schrijf_xml

_CODERING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_VERWIJZING = re.compile(rb"&#(x[0-9A-Fa-f]+|[0-9]+);")
_ONTSNAPT_CIJFER = re.compile(rb"(?<!_x005F)_x003([0-9])_")
# Characters a number can be written with: only these are worth turning back from a reference.
_GETALTEKENS = frozenset("0123456789 .-/_+Ee\u00a0\u2007\u2009\u200b\u2010\u2011\u2012\u2013")


def is_xml(naam: str, inhoud: bytes) -> bool:
    """Tell whether a part is XML, by its name or its first bytes."""
    if naam.lower().endswith((".xml", ".rels", ".vml")):
        return True
    return inhoud[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t").startswith(b"<")


def gewone_utf8(inhoud: bytes) -> bytes:
    """
    Return XML as UTF-8 in which every number can be read byte by byte.

    Other encodings, comments, CDATA and instructions are taken out by the parser; digits written as character
    references become digits. XML that is plain already comes back as the same object. A part the parser refuses
    (Office itself writes VML that is not well-formed) keeps its form.
    """
    codering = _CODERING.match(inhoud.removeprefix(b"\xef\xbb\xbf"))
    anders = inhoud[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<") or (
        codering is not None and codering.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii")
    )
    # One rare byte is found many times faster than two of which the first is everywhere.
    met_bijzonders = (b"!" in inhoud and b"<!" in inhoud) or (inhoud.find(b"?", 99) >= 0 and inhoud.find(b"<?", 8) >= 0)
    if anders or met_bijzonders:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
        )
        try:
            inhoud = schrijf_xml(etree.fromstring(inhoud, parser))
        except etree.XMLSyntaxError:
            if anders:
                inhoud = inhoud.decode("utf-16" if inhoud[:1] in b"\xff\xfe" else "latin-1", "replace").encode()
    if b"#" in inhoud and b"&#" in inhoud:
        inhoud = _VERWIJZING.sub(_teken, inhoud)
    if b"_" in inhoud and b"_x003" in inhoud:
        inhoud = _ONTSNAPT_CIJFER.sub(rb"\1", inhoud)
    return inhoud


def _teken(treffer: re.Match[bytes]) -> bytes:
    getal = treffer.group(1).lower()
    nummer = int(getal[1:], 16) if getal.startswith(b"x") else int(getal)
    teken = chr(nummer) if nummer < 0x110000 else ""
    return teken.encode() if teken in _GETALTEKENS and teken else treffer.group()


def hernoem_voorvoegsel(inhoud: bytes) -> bytes:
    """Return a part whose elements of the root's namespace carry no prefix, for parts that mix prefixes."""
    oud = etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    hoofd = etree.QName(oud).namespace or ""
    # The stubs do not know that lxml's default namespace goes by the prefix None.
    kaart: dict[str, str] = {k: v for k, v in oud.nsmap.items() if k is not None and v != hoofd}
    if hoofd:
        kaart[None] = hoofd  # type: ignore[index]

    def kopieer(bron: etree._Element, doel: etree._Element) -> None:
        doel.text, doel.tail = bron.text, bron.tail
        for kind in bron:
            if isinstance(kind.tag, str):
                kopieer(kind, etree.SubElement(doel, kind.tag, {str(k): str(v) for k, v in kind.attrib.items()}))

    nieuw = etree.Element(oud.tag, dict(oud.attrib), nsmap=kaart)
    kopieer(oud, nieuw)
    return schrijf_xml(nieuw)
