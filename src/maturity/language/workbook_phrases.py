"""Titles of a workbook's sheets, and its guidance: English, Chinese, French."""

from maturity.language.field_words import CHOICE_WORDS, FIELD_WORDS

_ORDER = ("en", "zh", "fr")

SHEET_TITLES: dict[str, tuple[str, str, str]] = {
    "guidance": ("Guidance", "填写说明", "Mode d’emploi"),
    "profile": ("Profile", "档案概况", "Profil"),
    "choices": ("Choices", "可选项", "Choix"),
    "beyond": ("Other indicators", "其他指标", "Autres indicateurs"),
    "context.branches": ("Branches", "社会保障分支", "Branches"),
    "governance.institutions": ("Institutions", "机构", "Institutions"),
    "governance.coordination": ("Coordination", "协调分工", "Coordination"),
    "legal.acts": ("Legal acts", "法律文件", "Textes juridiques"),
    "legal.legal_framework": ("Legal framework", "法律框架", "Cadre juridique"),
    "legal.platforms": ("Platforms", "平台", "Plateformes"),
    "legal.key_enablers": ("Key enablers", "关键赋能要素", "Leviers"),
    "back_end.standards": ("Standards", "标准", "Normes"),
    "back_end.back_end_standards": ("Back-end standards", "后台标准", "Normes des systèmes internes"),
    "back_end.transformations": ("Back-end plans", "后台转型计划", "Projets des systèmes internes"),
    "front_end.portals": ("Portals", "门户", "Portails"),
    "front_end.portal_ecosystem": ("Portal ecosystem", "门户体系", "Écosystème de portails"),
    "skills.activities": ("Skills activities", "能力建设活动", "Activités de compétences"),
    "inclusion.actions": ("Inclusion actions", "包容举措", "Actions d’inclusion"),
    "inclusion.results": ("Inclusion results", "包容成效", "Résultats d’inclusion"),
    "lessons.lessons": ("Lessons", "经验教训", "Enseignements"),
    "statistics": ("Statistics", "统计数据", "Statistiques"),
    "findings": ("Findings", "发现", "Constats"),
    "milestones": ("Milestones", "大事记", "Jalons"),
    "programmes": ("Programmes", "战略与计划", "Programmes"),
    "sources": ("Sources", "来源", "Sources"),
    "figures": ("Figures", "图", "Figures"),
    "unknown": ("Unknown", "未知项", "Inconnu"),
    "outline": ("Outline of the study", "研究报告提纲", "Plan de l’étude"),
    "ratings.assessors": ("Assessors", "评级者", "Évaluateurs"),
    "errata": ("Errata", "勘误", "Errata"),
}
"""By the id of the sheet; dimensions are called as the framework calls them."""

GUIDANCE: dict[str, tuple[str, str, str]] = {
    "title": (
        "{country}, wave {wave}: maturity of digital social security",
        "{country}（{wave}年）：数字社会保障成熟度评估",
        "{country}, {wave}\u00a0: maturité de la sécurité sociale numérique",
    ),
    "framework": (
        "Framework: {title}, version {version}. Levels are readings of the cited evidence by those who rate.",
        "评估框架：{title}，版本{version}。等级是评级者依据所引证据作出的判断。",
        "Référentiel\u00a0: {title}, version {version}. Les niveaux sont la lecture que les évaluateurs font des éléments cités.",
    ),
    "steps": ("How to fill it in", "填写步骤", "Comment le remplir"),
    "step.1": (
        "Begin with the sheet “{sources}”: one row for each publication that was read.",
        "先填写“{sources}”工作表：每份查阅过的文献占一行。",
        "Commencez par la feuille «\u00a0{sources}\u00a0»\u00a0: une ligne par publication lue.",
    ),
    "step.2": (
        "Then the facts: one record for each thing that a source says, with an id of its own (lower-case words joined by hyphens), its source and the place in it.",
        "再填写事实：来源文献所述的每件事为一条记录，须有自己的标识（小写英文单词，以连字符相连）、来源及出处位置。",
        "Puis les faits\u00a0: une fiche pour chaque chose que dit une source, avec son identifiant (mots en minuscules joints par des traits d’union), sa source et l’endroit.",
    ),
    "step.3": (
        "Last the ratings, on the sheets of the dimensions: read the question and the five descriptors, choose the highest level whose descriptor the evidence shows, and name the ids of the records that show it.",
        "最后在各维度工作表中评级：阅读研究问题和五级描述，选择证据能够证明的最高等级，并列出相应记录的标识。",
        "Enfin les cotations, sur les feuilles des dimensions\u00a0: lisez la question et les cinq descripteurs, choisissez le plus haut niveau que les éléments montrent, et nommez les identifiants des fiches qui le montrent.",
    ),
    "step.4": (
        "Check and take over: maturity import {file} -o FOLDER. Every problem is named with its sheet and cell, and nothing is written until there is none.",
        "检查并导入：maturity import {file} -o FOLDER。每个问题都会指明所在工作表和单元格；问题全部解决之前不会写入任何内容。",
        "Vérifiez et reprenez\u00a0: maturity import {file} -o FOLDER. Chaque problème est nommé avec sa feuille et sa cellule, et rien n’est écrit tant qu’il en reste.",
    ),
    "cells": ("What the cells hold", "单元格填写规则", "Ce que contiennent les cellules"),
    "about.keys": ("Grey row", "灰色小字行", "Ligne grise"),
    "about.required": ("Headings with *", "标题带*的列", "Titres avec *"),
    "about.choices": ("Lists to choose from", "下拉列表", "Listes de choix"),
    "about.lists": ("Several in one cell", "单元格内多项", "Plusieurs par cellule"),
    "about.rows": ("Several rows", "多行记录", "Plusieurs lignes"),
    "about.languages": ("Languages", "语言", "Langues"),
    "about.dates": ("Dates", "日期", "Dates"),
    "cell.keys": (
        "The small grey row below the headings tells the command which column is which. Leave it as it is; columns can be moved, and headings renamed.",
        "标题下方的灰色小字行供命令识别各列，请勿改动；各列可以移动，标题可以改名。",
        "La petite ligne grise sous les titres dit à la commande quelle colonne est laquelle. Laissez-la telle quelle\u00a0; les colonnes peuvent être déplacées et les titres renommés.",
    ),
    "cell.required": (
        "A heading with * must be filled for every record. What is not known stays empty: empty is not zero.",
        "标题带*的列每条记录必填。未知的内容留空：空白不等于零。",
        "Un titre marqué * est à remplir pour chaque fiche. Ce qu’on ignore reste vide\u00a0: vide n’est pas zéro.",
    ),
    "cell.choices": (
        "Cells with a list take one of its words; what stands after · explains the word. All lists are on the sheet “{choices}”.",
        "带下拉列表的单元格只能选用列表中的词；“·”之后为释义。全部列表见“{choices}”工作表。",
        "Les cellules à liste prennent un de ses mots\u00a0; ce qui suit · l’explique. Toutes les listes sont sur la feuille «\u00a0{choices}\u00a0».",
    ),
    "cell.lists": (
        "Several ids in one cell are separated by commas; several persons or places stand one below the other (Alt+Enter).",
        "同一单元格内的多个标识以逗号分隔；多个人名或条目在单元格内分行书写（Alt+Enter）。",
        "Plusieurs identifiants dans une cellule sont séparés par des virgules\u00a0; plusieurs personnes ou termes se suivent ligne à ligne (Alt+Entrée).",
    ),
    "cell.rows": (
        "A record with several roles, items or conditions takes several rows: repeat its id, and fill in the further rows only what is added.",
        "含多项职责、条目或条件的记录占多行：各行重复其标识，后续各行只填新增内容。",
        "Une fiche à plusieurs rôles, éléments ou conditions prend plusieurs lignes\u00a0: répétez son identifiant, et ne remplissez dans les suivantes que ce qui s’ajoute.",
    ),
    "cell.languages": (
        "A text has a column for each language: [en] English, [zh] Chinese, [fr] French. The profile is written in “{written}”; the others are translations. Columns of further languages, and some that are empty, are folded away: open them with + above the sheet.",
        "文本按语言分列：[en]英文、[zh]中文、[fr]法文。本档案的写作语言为“{written}”，其余为译文。其他语言的列和部分空列已折叠，点击工作表上方的+展开。",
        "Un texte a une colonne par langue\u00a0: [en] anglais, [zh] chinois, [fr] français. Le profil est écrit en «\u00a0{written}\u00a0»\u00a0; les autres sont des traductions. Les colonnes des autres langues, et quelques-unes qui sont vides, sont repliées\u00a0: ouvrez-les par le + au-dessus de la feuille.",
    ),
    "cell.dates": (
        "Dates are a year, a month or a day: 2021, 2021-01 or 2021-01-31.",
        "日期可写到年、月或日：2021、2021-01或2021-01-31。",
        "Une date est une année, un mois ou un jour\u00a0: 2021, 2021-01 ou 2021-01-31.",
    ),
    "levels": ("Levels", "等级", "Niveaux"),
    "statuses": ("Where there is no level", "无等级的情形", "Quand il n’y a pas de niveau"),
    "not-rated": (
        "Nobody has looked yet; leaving the cell empty says the same.",
        "尚未查找；留空含义相同。",
        "Personne n’a encore cherché\u00a0; laisser vide dit la même chose.",
    ),
    "not-evaluable": (
        "One looked and found no evidence; say where one looked.",
        "已查找但未发现证据；须注明查找范围。",
        "On a cherché sans trouver d’éléments\u00a0; dites où.",
    ),
    "not-applicable": (
        "The question does not arise in this country; say why. It leaves the score’s denominator.",
        "该问题在本国不适用；须说明原因。该指标不计入得分的分母。",
        "La question ne se pose pas dans ce pays\u00a0; dites pourquoi. Elle sort du dénominateur.",
    ),
    "not-asked": (
        "The question is not part of this wave.",
        "本轮评估未列入该问题。",
        "La question ne fait pas partie de cette vague.",
    ),
    "confidences": ("Confidence", "置信度", "Confiance"),
    "high": (
        "The evidence settles the level: first-hand sources, recent, in agreement.",
        "证据足以确定等级：来源为一手、较新且相互一致。",
        "Les éléments tranchent\u00a0: sources de première main, récentes, concordantes.",
    ),
    "medium": (
        "The evidence supports the level, with gaps that could move it by one.",
        "证据支持该等级，但存在可能使其上下变动一级的不足。",
        "Les éléments appuient le niveau, avec des lacunes qui pourraient le déplacer d’un cran.",
    ),
    "low": (
        "The evidence is thin, old or second-hand; another reader could well choose another level.",
        "证据单薄、陈旧或为二手；其他评级者可能选择不同等级。",
        "Les éléments sont minces, anciens ou de seconde main\u00a0; un autre lecteur pourrait choisir un autre niveau.",
    ),
    "sheets": ("Sheets", "工作表", "Feuilles"),
    "records": ("{count} records", "{count}条记录", "{count} fiches"),
    "record": ("1 record", "1条记录", "1 fiche"),
    "question": ("Research questions", "研究问题", "Questions de recherche"),
    "label": ("What it is about", "指标名称", "Intitulé"),
    "level": ("{value} · {name}", "{value} · {name}", "{value} · {name}"),
}
"""By key; braces hold what is put in."""


def sheet_title(id: str, language: str) -> str:
    """What a sheet is called; its id in plain words where no name was given it."""
    return _said(SHEET_TITLES, id, language)


def field_word(name: str, language: str) -> str:
    """What a field is called; its name in plain words where it has no other."""
    return _said(FIELD_WORDS, name, language)


def choice_word(word: str, language: str) -> str:
    """What a word of a closed list means; the word itself where that is plain."""
    return CHOICE_WORDS[word][_ORDER.index(language)] if word in CHOICE_WORDS else word


def guide(key: str, language: str, **values: object) -> str:
    """A sentence of the guidance, with *values* put in."""
    return GUIDANCE[key][_ORDER.index(language)].format(**values)


def _said(words: dict[str, tuple[str, str, str]], key: str, language: str) -> str:
    if key in words:
        return words[key][_ORDER.index(language)]
    return key.rpartition(".")[2].replace("_", " ").capitalize()
