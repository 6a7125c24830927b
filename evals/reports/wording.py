"""Every text of the report, in English and Welsh. Names of measures, slices and systems are codes, and stay."""

from collections.abc import Callable

TEXTS: dict[str, tuple[str, str]] = {
    "title": ("How good the answers are", "Pa mor dda yw'r atebion"),
    "lead": (
        "Of {topics} questions {given} were answered: {answered} fully and rightly, {partial} in part, {wrong} wrongly. The others "
        "were refused: {declined} as was due, {refused} although an answer was due or in another way than was due.",
        "O {topics} cwestiwn, atebwyd {given}: {answered} yn llawn ac yn gywir, {partial} yn rhannol, {wrong} yn anghywir. Gwrthodwyd "
        "y lleill: {declined} fel y dylid, {refused} er bod ateb yn ddyledus neu mewn ffordd arall na'r disgwyl.",
    ),
    "worse_count": (
        "{worse} questions fare worse than the kept scores expect, {better} better.",
        "Mae {worse} cwestiwn yn waeth na'r sgoriau a gadwyd, {better} yn well.",
    ),
    "right": ("right", "cywir"),
    "partial": ("partial", "rhannol"),
    "refused": ("refused", "gwrthodwyd"),
    "wrong": ("wrong", "anghywir"),
    "meaning_right": (
        "the status that was due; every vital fact said, what must be cited cited, every warning given",
        "y statws a oedd yn ddyledus; pob ffaith hanfodol wedi'i dweud, popeth gofynnol wedi'i ddyfynnu, pob rhybudd wedi'i roi",
    ),
    "meaning_partial": ("nothing wrong, and a part of that", "dim byd anghywir, a rhan o hynny"),
    "meaning_refused": (
        "no answer where one was due, or another kind of refusal",
        "dim ateb lle'r oedd un yn ddyledus, neu fath arall o wrthod",
    ),
    "meaning_wrong": (
        "something that is not so, nothing of what was asked, or an answer where there is none",
        "rhywbeth nad yw'n wir, dim o'r hyn a ofynnwyd, neu ateb lle nad oes un",
    ),
    "measures": ("Measures", "Mesurau"),
    "measure": ("measure", "mesur"),
    "value": ("value", "gwerth"),
    "interval": ("95% interval", "cyfwng 95%"),
    "topics": ("questions", "cwestiynau"),
    "expected": ("expected", "disgwyliedig"),
    "by_slice": ("By kind of question", "Yn ôl math o gwestiwn"),
    "by_set": (
        "Under attack, in a hurry, or with the answer hidden",
        "Dan ymosodiad, ar frys, neu gyda'r ateb wedi'i guddio",
    ),
    "number_of": ("At the right of a bar: how many questions.", "I'r dde o bob bar: nifer y cwestiynau."),
    "slice": ("kind", "math"),
    "lost": ("Where answers are lost", "Ble y collir atebion"),
    "lost_lead": (
        "Each question that was not dealt with rightly counts at the step of the pipeline that went astray.",
        "Mae pob cwestiwn na chafodd ei drin yn gywir yn cyfrif wrth y cam a aeth ar gyfeiliorn.",
    ),
    "step_failure": ("failure: no answer was made", "methiant: ni luniwyd ateb"),
    "step_corpus": ("corpus: not in the notes", "corpws: nid yw yn y nodiadau"),
    "step_screen": ("screen: misread", "sgrinio: camddarllen"),
    "step_retrieve": ("retrieve: not found", "adalw: heb ei ganfod"),
    "step_rank": ("rank: found, not first", "trefnu: canfuwyd, nid yn gyntaf"),
    "step_weigh": ("weigh: answer or refuse", "pwyso: ateb neu wrthod"),
    "step_compose": ("compose: not chosen", "llunio: heb ei ddewis"),
    "step_verify": ("verify: taken out", "gwirio: wedi'i dynnu allan"),
    "step_warn": ("warn: warning missing", "rhybuddio: rhybudd ar goll"),
    "calibration": ("When to answer", "Pryd i ateb"),
    "coverage_lead": (
        "What would be right and wrong of the answers given, if more or fewer questions were answered. The dot is the system as it is shipped.",
        "Yr hyn a fyddai'n gywir ac yn anghywir o'r atebion, pe bai mwy neu lai o gwestiynau'n cael eu hateb. Y dot yw'r system fel y mae.",
    ),
    "reliability_lead": (
        "How sure the system is of its answers, against how often it is right. Points below the line claim too much.",
        "Pa mor sicr yw'r system o'i hatebion, o'i gymharu â pha mor aml y mae'n gywir. Mae pwyntiau o dan y llinell yn honni gormod.",
    ),
    "operating_point": ("as shipped", "fel y mae"),
    "share_answered": ("share of questions answered", "cyfran y cwestiynau a atebwyd"),
    "share_of_answers": ("share of the answers", "cyfran yr atebion"),
    "share_right": ("share right", "cyfran gywir"),
    "support_claimed": ("support claimed", "cefnogaeth a honnir"),
    "threshold": ("threshold", "trothwy"),
    "answers": ("answers", "atebion"),
    "latency": ("How long an answer takes", "Faint o amser y mae ateb yn ei gymryd"),
    "milliseconds": ("milliseconds", "milieiliadau"),
    "systems": ("Systems compared", "Cymharu systemau"),
    "system": ("system", "system"),
    "changes": ("What changed", "Beth a newidiodd"),
    "changes_since": ("since {name}", "ers {name}"),
    "changes_kept": ("against the kept scores", "o'i gymharu â'r sgoriau a gadwyd"),
    "no_changes": ("Nothing changed.", "Ni newidiodd dim."),
    "before": ("before", "cynt"),
    "after": ("after", "wedyn"),
    "was": ("was {verdict}", "roedd yn {verdict}"),
    "every_topic": ("Every question", "Pob cwestiwn"),
    "filter": ("Show", "Dangos"),
    "everything": ("all", "popeth"),
    "due": ("due", "dyledus"),
    "cites": ("cites", "yn dyfynnu"),
    "why": ("why", "pam"),
    "lost_at": ("lost at", "collwyd wrth"),
    "this_run": ("This run", "Y rhediad hwn"),
    "reproduce": ("Reproduce it with", "I'w ail-wneud"),
    "asked": ("asked", "gofynnwyd"),
    "corpus_version": ("version of the corpus", "fersiwn y corpws"),
    "model": ("embedding model", "model mewnblannu"),
    "revision": ("revision of the code", "fersiwn y cod"),
    "machine": ("machine", "peiriant"),
    "package": ("package", "pecyn"),
    "seed": ("seed", "hedyn"),
    "caution": (
        "The law of the notes was read as at their dates. This is a measurement of software, not legal advice.",
        "Darllenwyd cyfraith y nodiadau fel yr oedd ar eu dyddiadau. Mesur o feddalwedd yw hwn, nid cyngor cyfreithiol.",
    ),
}

Say = Callable[..., str]


def in_language(language: str) -> Say:
    """A function that says a text in ``language`` (en or cy), with its places filled."""

    def say(key: str, **values: object) -> str:
        english, welsh = TEXTS[key]
        return (welsh if language == "cy" else english).format(**values)

    return say
