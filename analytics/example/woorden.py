"""Words that invented associations, people and addresses are made of; all common, none taken from a list of persons."""

from __future__ import annotations


def _woorden(tekst: str) -> tuple[str, ...]:
    return tuple(tekst.split())


VOORNAMEN = _woorden(
    """
    An Anja Annelies Arne Bart Bert Bieke Birgit Bram Carine Caroline Chris Christel Dirk Dries Eddy Eline Els
    Elke Emma Erik Eva Filip Frank Frederik Geert Greet Griet Hanne Hilde Hugo Ilse Inge Ingrid Jan Jana Jasper
    Jef Jeroen Jo Joke Joris Jozef Julie Karel Karen Karin Kathleen Katrien Kim Koen Kris Kristof Lien Lies
    Lieve Lotte Luc Maarten Marc Maria Marijke Marleen Martine Mia Nele Nicole Noor Patrick Paul Peter Piet
    Pieter Raf Rita Robbe Rudy Sara Sien Sofie Stefaan Stijn Sven Thomas Tim Tine Tom Veerle Vera Viviane Walter
    Wannes Ward Wim Wouter
    """
)
ACHTERNAMEN = _woorden(
    """
    Aerts Beckers Bogaert Bosmans Bruyninckx Callens Ceulemans Christiaens Claes Claessens Coene Cools Coppens
    Cornelis Daems Deprez Desmet Dewulf Dhondt Dierckx Eeckhout Engels Everaert Fransen Geerts Gielen Goethals
    Goossens Govaerts Haesevoets Heylen Hendrickx Hermans Huybrechts Jacobs Jansen Janssens Joos Lambrecht
    Lauwers Leemans Lemmens Lenaerts Lievens Luyten Maes Martens Mertens Michiels Moens Moons Neirynck Nys
    Pauwels Peeters Pieters Raes Roels Roose Segers Seynaeve Simons Slegers Smets Smits Stevens Thijs Thys
    Timmermans Torfs Vermeersch Verbeke Verbruggen Vercammen Verhaegen Verhelst Verhoeven Verlinden Vermeulen
    Verschueren Verstraete Vervoort Willems Wouters Wuyts Vandamme Vandenberghe Vanhoutte
    """
)
ACHTERNAMEN += (
    "De Backer",
    "De Bock",
    "De Clercq",
    "De Cock",
    "De Graeve",
    "De Groote",
    "De Meyer",
    "De Pauw",
    "De Smet",
    "De Vos",
    "De Wilde",
    "Van Acker",
    "Van Damme",
    "Van de Velde",
    "Van den Broeck",
    "Van den Bossche",
    "Van der Auwera",
    "Van Hecke",
    "Van Hoof",
    "Van Laere",
    "Vanden Berghe",
)
STRATEN = _woorden(
    """
    Kerkstraat Dorpsstraat Schoolstraat Molenstraat Nieuwstraat Stationsstraat Kapelstraat Hoogstraat Veldstraat
    Kasteelstraat Bosstraat Beekstraat Groenstraat Bergstraat Heidestraat Broekstraat Meersstraat Lindestraat
    Populierenlaan Kastanjelaan Beukenlaan Berkenlaan Eikendreef Sportlaan Parklaan Stationslaan Gentsesteenweg
    Brusselsesteenweg Antwerpsesteenweg Leuvensesteenweg Kortrijksesteenweg Brugsesteenweg Kerkplein Marktplein
    Dorp Statiestraat Processiestraat Pastorijstraat Kloosterstraat Zandstraat Waterstraat Wijngaardstraat
    Vijverstraat Leliestraat Rozenlaan Tulpenstraat Merelstraat Zwaluwstraat Leeuwerikstraat Koningin-Astridlaan
    Albertlaan Leopoldlaan Baron-de-Maerelaan Tramstraat Spoorweglaan Kanaalstraat Kaaistraat Langestraat
    Kortestraat
    """
)
ZALEN = (
    "Parochiezaal",
    "Zaal De Kring",
    "Zaal Concordia",
    "Sporthal",
    "Ontmoetingscentrum",
    "Jeugdlokaal",
    "Gemeenteschool",
    "Cultuurcentrum",
    "Sportpark",
    "Oude pastorie",
    "Buurthuis",
    "Zaal Sint-Cecilia",
)
#: ``{e}`` in a name pattern.
EIGENNAMEN = (
    "De Eendracht",
    "De Toekomst",
    "De Ster",
    "De Zwaluw",
    "De Vrede",
    "De Molen",
    "De Zonnebloem",
    "De Klaproos",
    "De Kievit",
    "De Regenboog",
    "De Vrolijke Vrienden",
    "De Lustige Broeders",
    "De Linde",
    "De Wilg",
    "De Sleutel",
    "De Kring",
    "De Valk",
    "De Reiger",
    "De Schakel",
    "De Brug",
    "De Springplank",
    "De Boomgaard",
    "De Kouter",
    "De Vlasbloem",
    "De Watermolen",
    "De Wegwijzer",
    "Excelsior",
    "Concordia",
    "Vooruit",
    "Hoger Op",
    "Recht door Zee",
    "Kunst en Vermaak",
    "Kunst Veredelt",
    "Nut en Vermaak",
    "Vermaak na Arbeid",
    "Moed en Volharding",
    "Onder Ons",
    "Willen is Kunnen",
    "Hand in Hand",
    "Nooit Gedacht",
    "Ons Genoegen",
    "Het Klaverblad",
    "Het Trefpunt",
    "Ter Linde",
    "Ter Beke",
    "'t Spoor",
    "'t Kasteeltje",
    "Levenslust",
    "Eikenlo",
    "Zonneweelde",
    "Meiklokje",
    "Edelweiss",
    "Sparta",
    "Olympia",
    "Blauwvoet",
    "Halewijn",
    "Reinaert",
    "Tijl",
    "Nele",
    "Parsival",
)
HEILIGEN = (
    "Sint-Jan",
    "Sint-Jozef",
    "Sint-Martinus",
    "Sint-Cecilia",
    "Sint-Pieter",
    "Sint-Michiel",
    "Sint-Paulus",
    "Sint-Anna",
    "Sint-Barbara",
    "Sint-Gerolf",
    "Sint-Niklaas",
    "Sint-Rochus",
    "Sint-Antonius",
    "Sint-Amandus",
    "Sint-Lutgart",
    "Sint-Godelieve",
    "Sint-Sebastiaan",
    "Sint-Elooi",
    "Sint-Hubertus",
    "Sint-Franciscus",
    "Sint-Vincentius",
    "Sint-Kristoffel",
    "Sint-Bavo",
    "Sint-Lambertus",
    "Sint-Quintinus",
    "Sint-Joris",
    "Heilig Hart",
    "Onze-Lieve-Vrouw",
    "Don Bosco",
    "Pius X",
)
WIJKEN = (
    "Kouterwijk",
    "Bloemenwijk",
    "Vogelwijk",
    "Molenwijk",
    "Kapelhoek",
    "Stationsbuurt",
    "Kasteelwijk",
    "Heidehoek",
    "Meershoek",
    "Parkwijk",
    "Lindenhof",
    "Schoolwijk",
    "Rozenhof",
    "Groene Zone",
    "Tuinwijk",
    "Oude Dorp",
)
ROLLEN = ("voorzitter", "secretaris", "penningmeester", "ondervoorzitter", "bestuurslid", "contactpersoon")
