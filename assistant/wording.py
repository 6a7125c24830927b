"""Every text that an answer says in its own voice, in English and Welsh, in one place."""

from corpus.duties import Bearer, Force

_TEXTS: dict[str, tuple[str, str]] = {
    "unsupported": (
        "Nothing I hold supports an answer to this. I looked at: {looked}. Try naming the provision or the body concerned, "
        "or ask your local authority's ALN team, SNAP Cymru or the Education Tribunal for Wales.",
        "Nid oes dim sydd gen i yn cefnogi ateb i hyn. Edrychais ar: {looked}. Rhowch gynnig ar enwi'r ddarpariaeth neu'r corff "
        "dan sylw, neu gofynnwch i dîm ADY eich awdurdod lleol, SNAP Cymru neu Dribiwnlys Addysg Cymru.",
    ),
    "unsupported_in_welsh": (
        "Only the most asked of the notes that I quote from are in Welsh so far, and none of them matched your question closely enough. "
        "Please ask in English, or name the provision (for example: section 11 of the ALN Act).",
        "Dim ond y nodiadau y gofynnir amdanynt amlaf sydd yn Gymraeg hyd yn hyn, ac nid oedd yr un ohonynt yn cyfateb yn ddigon agos "
        "i’ch cwestiwn. Gofynnwch yn Saesneg, neu enwch y ddarpariaeth (er enghraifft: adran 11 o’r Ddeddf ADY).",
    ),
    "unsupported_provision": (
        "I hold no text of {named}, so I cannot say what it requires. Check the number on legislation.gov.uk or in the ALN Code.",
        "Nid yw testun {named} gen i, felly ni allaf ddweud beth y mae'n ei ofyn. Gwiriwch y rhif ar legislation.gov.uk neu yn y Cod ADY.",
    ),
    "out_of_scope": (
        "I answer questions about additional learning needs (ALN) in Wales: the Act, its regulations, the Code, and what was "
        "said of them. Ask me, for example, how long a school has to decide whether a pupil has ALN.",
        "Rwy'n ateb cwestiynau am anghenion dysgu ychwanegol (ADY) yng Nghymru: y Ddeddf, ei rheoliadau, y Cod, a'r hyn a "
        "ddywedwyd amdanynt. Gofynnwch i mi, er enghraifft, faint o amser sydd gan ysgol i benderfynu a oes gan ddisgybl ADY.",
    ),
    "other_language": (
        "I can read questions in English or Welsh. Please ask again in one of them.",
        "Gallaf ddarllen cwestiynau yn Gymraeg neu yn Saesneg. Gofynnwch eto yn un ohonynt.",
    ),
    "greeting": (
        "Hello! I answer questions about additional learning needs (ALN) in Wales, with the provision that each sentence rests on. "
        "What would you like to know?",
        "Helo! Rwy’n ateb cwestiynau am anghenion dysgu ychwanegol (ADY) yng Nghymru, gyda’r ddarpariaeth y mae pob brawddeg yn dibynnu arni. "
        "Beth hoffech chi ei wybod?",
    ),
    "thanks": (
        "You are welcome. Ask again whenever you need to.",
        "Croeso. Gofynnwch eto pryd bynnag y bydd angen.",
    ),
    "crisis": (
        "If someone may be in danger now, ring 999. You can talk to Samaritans at any hour on 116 123, and a child or young person to Childline on 0800 1111. "
        "At work, tell your designated safeguarding person straight away. I only know the law on additional learning needs, and cannot help with this as they can.",
        "Os gall rhywun fod mewn perygl yn awr, ffoniwch 999. Gallwch siarad â’r Samariaid ar unrhyw awr ar 116 123, a gall plentyn neu berson ifanc siarad â Childline ar 0800 1111. "
        "Yn y gwaith, dywedwch wrth eich person diogelu dynodedig ar unwaith. Y gyfraith ar anghenion dysgu ychwanegol yn unig sydd gen i, ac ni allaf helpu gyda hyn fel y gallant hwy.",
    ),
    "safeguarding": (
        "A worry that a child is being harmed goes to your designated safeguarding person and your local authority’s children’s services today, and to 999 if the danger is now. "
        "Please do not write details here. I only answer questions about the law on additional learning needs.",
        "Rhaid i bryder bod plentyn yn cael niwed fynd at eich person diogelu dynodedig a gwasanaethau plant eich awdurdod lleol heddiw, ac at 999 os yw’r perygl yn awr. "
        "Peidiwch ag ysgrifennu manylion yma. Cwestiynau am y gyfraith ar anghenion dysgu ychwanegol yn unig yr wyf yn eu hateb.",
    ),
    "case": (
        "What to do for one child is for those who know the child: the ALNCo, the local authority’s ALN team, or SNAP Cymru for a family. I can say what the law requires: "
        "ask me, for example, who must decide, by when, and what a family can do if it disagrees.",
        "Mater i’r rhai sy’n adnabod y plentyn yw beth i’w wneud dros un plentyn: y CADY, tîm ADY’r awdurdod lleol, neu SNAP Cymru i deulu. Gallaf ddweud beth y mae’r gyfraith yn ei ofyn: "
        "gofynnwch i mi, er enghraifft, pwy sy’n gorfod penderfynu, erbyn pryd, a beth y gall teulu ei wneud os yw’n anghytuno.",
    ),
    "england": (
        "That is about England, where the law is another: special educational needs and disability (SEND), education, health and care (EHC) plans and SENCos. I answer for Wales alone. "
        "For England ask the local authority’s SENDIAS service or IPSEA. If you mean Wales, ask again with its words: additional learning needs (ALN), individual development plan (IDP), ALNCo.",
        "Mae hynny’n ymwneud â Lloegr, lle mae’r gyfraith yn wahanol: anghenion addysgol arbennig ac anabledd (SEND), cynlluniau addysg, iechyd a gofal (EHC) a SENCos. Dros Gymru yn unig yr wyf yn ateb. "
        "Ar gyfer Lloegr, gofynnwch i wasanaeth SENDIAS yr awdurdod lleol neu IPSEA. Os Cymru sydd gennych mewn golwg, gofynnwch eto â’i geiriau hi: anghenion dysgu ychwanegol (ADY), cynllun datblygu unigol (CDU), CADY.",
    ),
    "england_too": (
        "Your question speaks of England, whose law is another; this is about the law of Wales.",
        "Mae eich cwestiwn yn sôn am Loegr, lle mae’r gyfraith yn wahanol; am gyfraith Cymru y mae hyn.",
    ),
    "clarify": (
        "That could be about several things. Which of these do you mean?",
        "Gallai hynny fod am sawl peth. Pa un o’r rhain sydd gennych mewn golwg?",
    ),
    "no_such_provision": (
        "There is no {label} in {title}: it ends with {last}. The number may be another Act’s; check where you read it.",
        "Nid oes {label} yn {title}: mae’n gorffen gyda {last}. Efallai mai rhif Deddf arall ydyw; gwiriwch ble y’i darllenwyd.",
    ),
    "conflict": (
        "{by} said otherwise: {claim}. What holds: {position}",
        "Dywedodd {by} fel arall: {claim}. Yr hyn sy’n wir: {position}",
    ),
    "redacted": (
        "Before anything else read your question I took out what may be personal ({kinds}). Please leave such details out.",
        "Cyn i ddim arall ddarllen eich cwestiwn, tynnais allan yr hyn a all fod yn bersonol ({kinds}). Gadewch fanylion o’r fath allan, os gwelwch yn dda.",
    ),
    "error": (
        "Something went wrong on our side and no answer was made. Please ask again; if it happens twice, tell whoever runs this service.",
        "Aeth rhywbeth o'i le ar ein hochr ni ac ni luniwyd ateb. Gofynnwch eto; os digwydd ddwywaith, rhowch wybod i bwy bynnag sy'n rhedeg y gwasanaeth hwn.",
    ),
    "empty_question": ("the question is empty", "mae'r cwestiwn yn wag"),
    "long_question": (
        "the question is longer than {limit} characters",
        "mae'r cwestiwn yn hwy na {limit} o nodau",
    ),
    "unreadable_question": (
        "the question holds no readable words",
        "nid oes geiriau darllenadwy yn y cwestiwn",
    ),
    "dated": (
        "{title} dates from {date}; what it reports may have changed since.",
        "Mae {title} yn dyddio o {date}; gall yr hyn y mae'n ei adrodd fod wedi newid ers hynny.",
    ),
    "local": (
        "{title} speaks for one area only ({area}).",
        "Am un ardal yn unig y mae {title} yn sôn ({area}).",
    ),
    "minutes": (
        "{title} records what a meeting was told, not what the law says.",
        "Mae {title} yn cofnodi'r hyn a ddywedwyd mewn cyfarfod, nid yr hyn y mae'r gyfraith yn ei ddweud.",
    ),
    "unchecked": (
        "A paragraph of the Code cited here is known only as others cite it; check it in the Code before you rely on it.",
        "Dim ond fel y mae eraill yn ei ddyfynnu y mae paragraff o'r Cod a ddyfynnir yma yn hysbys; gwiriwch ef yn y Cod cyn dibynnu arno.",
    ),
    "doubt_changed": (
        "The text of {about} has changed since this note was read against it (as at {as_at}); read the provision itself.",
        "Mae testun {about} wedi newid ers i’r nodyn hwn gael ei wirio yn ei erbyn (fel ar {as_at}); darllenwch y ddarpariaeth ei hun.",
    ),
    "doubt_superseded": (
        "{about}, on which this note rests, has been superseded since {as_at}; the note is to be read again.",
        "Disodlwyd {about}, y mae’r nodyn hwn yn dibynnu arno, ers {as_at}; mae angen ailddarllen y nodyn.",
    ),
    "doubt_welsh": (
        "No Welsh speaker has checked the Welsh of this note yet; where it matters, read the English note or the law.",
        "Nid oes siaradwr Cymraeg wedi gwirio Cymraeg y nodyn hwn eto; lle bo’n bwysig, darllenwch y nodyn Saesneg neu’r gyfraith.",
    ),
    "not_as_at": (
        "You asked about {asked}; what is cited here was right at {noted} and may not have been so then.",
        "Gofynasoch am {asked}; roedd yr hyn a ddyfynnir yma yn gywir ar {noted} ac efallai nad oedd felly bryd hynny.",
    ),
    "standing_prospective": (
        "{label} is not yet in force.",
        "Nid yw {label} mewn grym eto.",
    ),
    "standing_repealed": (
        "{label} has been repealed.",
        "Mae {label} wedi ei diddymu.",
    ),
    "standing_discarded": (
        "{label} was repealed before it ever came into force.",
        "Diddymwyd {label} cyn iddi ddod i rym erioed.",
    ),
    "standing_not_valid": (
        "{label} is not in force in this version of the text.",
        "Nid yw {label} mewn grym yn y fersiwn hon o'r testun.",
    ),
    "draft": (
        "{title} is a draft; it is not law.",
        "Drafft yw {title}; nid yw'n gyfraith.",
    ),
    "not_in_force": (
        "{title} was not in force on {day}.",
        "Nid oedd {title} mewn grym ar {day}.",
    ),
    "nothing": ("nothing close to it", "dim byd sy'n agos ato"),
}

_FORCES: dict[Force, tuple[str, str]] = {
    Force.MUST: ("must", "rhaid"),
    Force.MUST_NOT: ("must not", "ni chaiff"),
    Force.SHOULD: ("should", "dylai"),
    Force.MAY: ("may", "caiff"),
}

_BEARERS: dict[Bearer, tuple[str, str]] = {
    Bearer.GOVERNING_BODY: ("governing body", "corff llywodraethu"),
    Bearer.FEI: ("further education institution", "sefydliad addysg bellach"),
    Bearer.MAINTAINING_BODY: ("body that maintains the plan", "y corff sy'n cynnal y cynllun"),
    Bearer.LOCAL_AUTHORITY: ("local authority", "awdurdod lleol"),
    Bearer.HOME_AUTHORITY: ("home authority", "awdurdod cartref"),
    Bearer.NHS_BODY: ("NHS body", "corff GIG"),
    Bearer.LOCAL_HEALTH_BOARD: ("Local Health Board", "Bwrdd Iechyd Lleol"),
    Bearer.ALNCO: ("ALNCo", "CADY"),
    Bearer.DECLO: ("designated education clinical lead officer", "swyddog arweiniol clinigol addysg dynodedig"),
    Bearer.EARLY_YEARS_OFFICER: (
        "early years ALN lead officer",
        "swyddog arweiniol anghenion dysgu ychwanegol blynyddoedd cynnar",
    ),
    Bearer.INDEPENDENT_REVIEWING_OFFICER: ("independent reviewing officer", "swyddog adolygu annibynnol"),
    Bearer.TRIBUNAL: ("Education Tribunal for Wales", "Tribiwnlys Addysg Cymru"),
    Bearer.WELSH_MINISTERS: ("Welsh Ministers", "Gweinidogion Cymru"),
    Bearer.PROPRIETOR: ("proprietor", "perchennog"),
    Bearer.PERSON_IN_CHARGE: ("person in charge", "y person â gofal"),
    Bearer.RELEVANT_PERSON: (
        "anyone exercising functions under Part 2",
        "unrhyw un sy'n arfer swyddogaethau o dan Ran 2",
    ),
    Bearer.REQUESTED_BODY: ("body that was asked", "y corff y gofynnwyd iddo"),
    Bearer.CHILD: ("child", "plentyn"),
    Bearer.PARENT: ("parent", "rhiant"),
    Bearer.YOUNG_PERSON: ("young person", "person ifanc"),
    Bearer.CHILD_PARENT_OR_YOUNG_PERSON: ("child, parent or young person", "plentyn, rhiant neu berson ifanc"),
    Bearer.CASE_FRIEND: ("case friend", "cyfaill achos"),
    Bearer.REPRESENTATIVE: ("representative", "cynrychiolydd"),
    Bearer.APPELLANT: ("appellant", "apelydd"),
    Bearer.PARTY: ("party", "parti"),
}


def duty(force: Force | None, bearer: Bearer | None, language: str) -> str:
    """Who owes it and how strongly, for a person to read; empty when neither is known."""
    at = 1 if language == "cy" else 0
    return ": ".join([*([_BEARERS[bearer][at]] if bearer else []), *([_FORCES[force][at]] if force else [])])


def say(key: str, language: str, **values: object) -> str:
    """The text called ``key`` in ``language`` (en or cy), with its places filled."""
    english, welsh = _TEXTS[key]
    return (welsh if language == "cy" else english).format(**values)
