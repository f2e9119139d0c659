"""Units of statistics, in the reader's language."""

from collections.abc import Sequence
from decimal import Decimal

from maturity.language.numbers import number

UNITS: dict[str, tuple[str, str]] = {
    "%": ("{}%", "{}\u00a0%"),
    "USD": ("{}美元", "{} USD"),
    "accounts": ("{}个账号", "{} comptes"),
    "agencies": ("{}个机构", "{} organismes"),
    "applications per year": ("每年{}件申请", "{} demandes par an"),
    "authorities": ("{}个主管机关", "{} autorités"),
    "billion USD": ("{}十亿美元", "{} milliards USD"),
    "billion in national currency": ("{}十亿本币", "{} milliards en monnaie nationale"),
    "calls per year": ("每年{}次通话", "{} appels par an"),
    "cases per year": ("每年{}件", "{} dossiers par an"),
    "centres": ("{}个中心", "{} centres"),
    "channels": ("{}个渠道", "{} canaux"),
    "cities": ("{}个城市", "{} villes"),
    "credentials": ("{}个登录凭据", "{} identifiants"),
    "decision types": ("{}类决定", "{} types de décision"),
    "departments": ("{}个", "{} départements"),
    "funds": ("{}个基金机构", "{} caisses"),
    "grades": ("{}个等级", "{} niveaux"),
    "households": ("{}户", "{} ménages"),
    "index 0–1": ("{}（指数，0至1）", "{} (indice de 0 à 1)"),
    "index points": ("{}个指数点", "{} points d’indice"),
    "km²": ("{}平方公里", "{} km²"),
    "language": ("{}", "{}"),
    "legal acts": ("{}项法律文件", "{} actes juridiques"),
    "logins per day": ("每日{}次登录", "{} connexions par jour"),
    "messages per year": ("每年{}封信函", "{} messages par an"),
    "million in national currency": ("{}百万本币", "{} millions en monnaie nationale"),
    "million in national currency a year": ("每年{}百万本币", "{} millions en monnaie nationale par an"),
    "million lines": ("{}百万行", "{} millions de lignes"),
    "months": ("{}个月", "{} mois"),
    "municipalities": ("{}个市镇", "{} communes"),
    "organisations": ("{}个机构", "{} organisations"),
    "pension accounts": ("{}个账户", "{} comptes de retraite"),
    "per 100 inhabitants": ("每百人{}户", "{} pour 100 habitants"),
    "per unit spent": ("每单位支出回报{}", "{} par unité dépensée"),
    "persons": ("{}人", "{} personnes"),
    "persons per day": ("每日{}人", "{} personnes par jour"),
    "persons per km²": ("每平方公里{}人", "{} habitants par km²"),
    "persons per month": ("每月{}人", "{} personnes par mois"),
    "persons per year": ("每年{}人", "{} personnes par an"),
    "points of 10": ("{}分（满分10分）", "{} points sur 10"),
    "points of 4": ("{}分（满分4分）", "{} points sur 4"),
    "points of 8": ("{}分（满分8分）", "{} points sur 8"),
    "points of service": ("{}个服务网点", "{} points de service"),
    "programmes": ("{}个项目", "{} programmes"),
    "providers": ("{}个提供方", "{} fournisseurs"),
    "rank": ("第{}位", "rang {}"),
    "records per year": ("每年{}条记录", "{} enregistrements par an"),
    "regions": ("{}个", "{} régions"),
    "requests per year": ("每年{}次请求", "{} demandes par an"),
    "score 0–1": ("{}（得分，0至1）", "{} (score de 0 à 1)"),
    "score 0–100": ("{}（得分，0至100）", "{} (score de 0 à 100)"),
    "services": ("{}项服务", "{} services"),
    "services per day": ("每日{}件业务", "{} services par jour"),
    "sites": ("{}个服务点", "{} points de service"),
    "sites and apps": ("{}个网站和应用", "{} sites et applications"),
    "systems": ("{}个系统", "{} systèmes"),
    "tiers": ("{}级", "{} échelons"),
    "transactions per year": ("每年{}笔业务", "{} transactions par an"),
    "uses per year": ("每年使用{}次", "{} utilisations par an"),
    "visits per month": ("每月{}次访问", "{} visites par mois"),
    "visits per year": ("每年{}次访问", "{} visites par an"),
    "websites per year": ("每年{}个网站", "{} sites web par an"),
    "working days": ("{}个工作日", "{} jours ouvrables"),
    "years in use": ("{}年", "{} ans de service"),
    "years": ("{}岁", "{} ans"),
}
"""By unit as vocabularies write it: Chinese, French, each with a place for the figure."""

CHINESE_COUNTS: dict[str, tuple[int, str]] = {
    "billion USD": (10**9, "{}美元"),
    "billion in national currency": (10**9, "{}本币"),
    "million in national currency": (10**6, "{}本币"),
    "million in national currency a year": (10**6, "每年{}本币"),
    "million lines": (10**6, "{}行"),
}
"""Units of millions and billions: what one of them counts, and the words around a figure that is counted anew.

Chinese counts in ten thousands and hundred millions.
"""
_MYRIADS = ((10**8, "亿"), (10**4, "万"), (1, ""))


def measured(values: Sequence[float], unit: str, language: str) -> str:
    """A figure, or both ends of a range, with its unit; a unit without a translation stays as it is.

    >>> measured([68], "persons per km²", "zh"), measured([12.5, 13], "%", "en")
    ('每平方公里68人', '12.5–13%')
    >>> measured([2832.17], "billion USD", "zh"), measured([2832.17], "billion USD", "en")
    ('28,321.7亿美元', '2,832.17 billion USD')
    """
    if language == "zh" and unit in CHINESE_COUNTS:
        return _counted_anew(values, unit)
    return _words(unit, language).format(_figure(values, language))


def unit_words(unit: str, language: str) -> str:
    """A unit without a figure, as the head of a column names it; the figure's place is shown where words enclose it.

    >>> unit_words("persons per km²", "zh")
    '每平方公里…人'
    >>> unit_words("score 0–1", "fr")
    'score de 0 à 1'
    """
    before, _, after = _words(unit, language).partition("{}")
    before, after = before.strip(), after.strip()
    if before and after:
        return f"{before}…{after}"
    words = before or after
    return words[1:-1] if words.startswith(("(", "（")) else words


def _words(unit: str, language: str) -> str:
    if unit in UNITS and language != "en":
        chinese, french = UNITS[unit]
        return chinese if language == "zh" else french
    return {"%": "{}%", "rank": "rank {}"}.get(unit, f"{{}} {unit}")


def _figure(values: Sequence[float], language: str) -> str:
    return "–".join(number(each, language) for each in values)


def _counted_anew(values: Sequence[float], unit: str) -> str:
    worth, words = CHINESE_COUNTS[unit]
    counts = [Decimal(str(each)) * worth for each in values]
    largest = max(map(abs, counts))
    size, name = next((each for each in _MYRIADS if largest >= each[0]), _MYRIADS[-1])
    return words.format(_figure([float(each / size) for each in counts], "zh") + name)
