"""What the fields of a profile's records hold, in Chinese and French, by the English that stands on the field."""

from maturity.language.section_field_phrases import SECTION_FIELD_NOTES

FIELD_NOTES: dict[str, tuple[str, str]] = {
    **SECTION_FIELD_NOTES,
    "ISO 3166-1 alpha-3; for a part of a country with the subdivision part of ISO 3166-2 (`CHN-GD`), for an institution with its short name of four characters or more (`FRA-CNAF`).": (
        "ISO 3166-1三字母代码；一国的某一地区加ISO 3166-2的地区部分（`CHN-GD`），机构加四个以上字符的简称（`FRA-CNAF`）。",
        "Code ISO 3166-1 à trois lettres\u00a0; pour une partie d’un pays, avec la partie subdivision d’ISO 3166-2 (`CHN-GD`), pour une institution, avec son sigle d’au moins quatre caractères (`FRA-CNAF`).",
    ),
    "Year that the profile speaks of.": ("档案所述年份。", "Année dont parle le profil."),
    "In its own language.": ("本国语言的名称。", "Dans sa propre langue."),
    "ISO 639 code of the language that the files are written in.": (
        "文件所用语言的ISO 639代码。",
        "Code ISO 639 de la langue dans laquelle les fichiers sont écrits.",
    ),
    "ISO 639 codes.": ("ISO 639代码。", "Codes ISO 639."),
    "Last day that evidence for this wave's ratings may date from, ISO 8601.": (
        "本轮评级所用证据的截止日期（ISO 8601格式）。",
        "Dernier jour dont peuvent dater les éléments à l’appui des cotations de cette vague, ISO 8601.",
    ),
    "Who reviewed or validated it.": ("审阅或确认者。", "Qui l’a relu ou validé."),
    "Persons, in the publication's order.": (
        "作者（个人），按出版物所列顺序。",
        "Personnes, dans l’ordre de la publication.",
    ),
    "As printed, in its own language.": ("按原文语言照录。", "Tel qu’imprimé, dans sa propre langue."),
    "How running text cites it, such as `OECD 2019`.": (
        "正文引用时的简称，如`OECD 2019`。",
        "Comment le texte le cite, par exemple `OECD 2019`.",
    ),
    "Primary: made by the body that knows at first hand.": (
        "primary（一手）：由掌握第一手情况的机构发布。",
        "primary\u00a0: produit par l’organisme qui sait de première main.",
    ),
    "When it was read on the web.": ("网上查阅日期。", "Quand il a été lu en ligne."),
    "Where the main source lists it, such as `Reference 3` or `footnote 7`.": (
        "主要来源在何处列出，如`Reference 3`或`footnote 7`。",
        "Où la source principale l’énumère, par exemple `Reference 3` ou `footnote 7`.",
    ),
    "A source lists it and never cites it.": ("某来源仅列出而从未引用。", "Une source l’énumère et ne la cite jamais."),
    "Empty rows of fact tables, and where one looked.": (
        "事实表中的空行，以及曾在何处查找。",
        "Lignes vides des tableaux de faits, et où l’on a cherché.",
    ),
    "Id of the table, as `maturity list tables` gives it.": (
        "表的标识，见`maturity list tables`。",
        "Identifiant du tableau, tel que le donne `maturity list tables`.",
    ),
    "Terms of the table's vocabulary; all rows that are empty when left out.": (
        "该表词表中的术语；省略则指所有空行。",
        "Termes du vocabulaire du tableau\u00a0; toutes les lignes vides si la clé est omise.",
    ),
    "Where one looked, or why there is nothing to find.": (
        "曾在何处查找，或为何无可查找。",
        "Où l’on a cherché, ou pourquoi il n’y a rien à trouver.",
    ),
    "The main source, place by place.": ("主要来源的逐处目录。", "La source principale, endroit par endroit."),
    "What it is about, in a few own words.": ("用几个自己的词说明内容。", "De quoi il s’agit, en quelques mots à soi."),
    "Why no record carries it.": ("为何没有记录承载。", "Pourquoi aucune fiche ne le porte."),
    "Slug, unique in the profile.": (
        "小写英文单词加连字符，在档案中唯一。",
        "Mots minuscules joints par des traits d’union, unique dans le profil.",
    ),
    "Id of the publication that was read.": ("所读出版物的标识。", "Identifiant de la publication qui a été lue."),
    "Place in the source, such as `Table 10 row 3` or `§5 ¶3`; several are joined by `; `.": (
        "在来源中的位置，如`Table 10 row 3`或`§5 ¶3`；多处以`; `连接。",
        "Endroit dans la source, par exemple `Table 10 row 3` ou `§5 ¶3`\u00a0; plusieurs sont joints par `; `.",
    ),
    "Ids of the sources that the publication itself rests on at this place.": (
        "该出版物在此处所依据的来源标识。",
        "Identifiants des sources sur lesquelles la publication s’appuie à cet endroit.",
    ),
    "What stands in the source where the record reads it otherwise.": (
        "记录的写法与原文不同时，原文的写法。",
        "Ce qui figure dans la source là où la fiche lit autre chose.",
    ),
    "What is printed, to the letter.": ("原文，一字不改。", "Ce qui est imprimé, à la lettre."),
    "Where it is printed.": ("原文所在位置。", "Où c’est imprimé."),
    "Established after `evidence_until`: supports no rating of this wave.": (
        "在`evidence_until`之后才成立：不能支持本轮评级。",
        "Établi après `evidence_until`\u00a0: n’appuie aucune cotation de cette vague.",
    ),
    "A remark of this project's, not of the source; it may stay untranslated.": (
        "本项目的说明，并非来源所言；可以不翻译。",
        "Remarque de ce projet, non de la source\u00a0; elle peut rester sans traduction.",
    ),
    "Earlier wave that it was carried over from; take the key away once it holds for this one.": (
        "沿用自哪一轮；确认在本轮仍成立后，删去此键。",
        "Vague antérieure dont elle est reprise\u00a0; retirer la clé dès qu’elle vaut pour celle-ci.",
    ),
    "Term of the framework's vocabulary `statistics`.": (
        "框架词表`statistics`中的术语。",
        "Terme du vocabulaire `statistics` du référentiel.",
    ),
    "The figure, in `unit`.": ("数值，单位见`unit`。", "Le chiffre, dans l’unité `unit`."),
    "Lower end, where a range is given.": (
        "来源给出区间时的下限。",
        "Borne inférieure, si la source donne un intervalle.",
    ),
    "Upper end, where a range is given.": (
        "来源给出区间时的上限。",
        "Borne supérieure, si la source donne un intervalle.",
    ),
    "The answer, where it is no number.": ("答案不是数字时填写。", "La réponse, si ce n’est pas un nombre."),
    "Unit, as the vocabulary declares it.": ("单位，与词表一致。", "Unité, telle que la déclare le vocabulaire."),
    "Month or day, where the source gives it.": ("来源给出的月或日。", "Mois ou jour, si la source le donne."),
    "The source calls it an estimate.": ("来源称其为估计值。", "La source le donne pour une estimation."),
    "The source says about, some, up to.": (
        "来源写有“约”“近”“至多”等字样。",
        "La source dit environ, quelque, jusqu’à.",
    ),
    "Id of the branch or institution it is about.": (
        "所涉分支或机构的标识。",
        "Identifiant de la branche ou de l’institution concernée.",
    ),
    "Which of two series of the same statistic it belongs to.": (
        "同一指标有两个序列时，属于哪一个。",
        "À laquelle de deux séries de la même statistique il appartient.",
    ),
    "What the source says, in the project's own words.": (
        "用自己的话转述来源所言。",
        "Ce que dit la source, en nos propres mots.",
    ),
    "A short quotation, to the letter.": ("简短引文，一字不改。", "Une courte citation, à la lettre."),
    "Indicators that the finding speaks to; the project's judgement.": (
        "该发现涉及的指标（由本项目判断）。",
        "Indicateurs que concerne le constat\u00a0; jugement de ce projet.",
    ),
    "Why it speaks to no indicator.": ("为何不涉及任何指标。", "Pourquoi il ne concerne aucun indicateur."),
    "Ids of the records that it speaks of.": ("所谈及记录的标识。", "Identifiants des fiches dont il parle."),
    "Year, month or day, ISO 8601.": ("年、月或日（ISO 8601格式）。", "Année, mois ou jour, ISO 8601."),
    "First year.": ("起始年份。", "Première année."),
    "Last year.": ("终止年份。", "Dernière année."),
    "What it aims at or contains.": ("目标或内容。", "Ce qu’il vise ou contient."),
    "Ids of institutions.": ("机构标识。", "Identifiants d’institutions."),
    "Ids of the records that it concerns.": ("所涉记录的标识。", "Identifiants des fiches concernées."),
    "The lesson in one clause.": ("用一句话概括经验教训。", "L’enseignement en une proposition."),
    "Indicators that the lesson speaks to; the project's judgement.": (
        "该经验教训涉及的指标（由本项目判断）。",
        "Indicateurs que concerne l’enseignement\u00a0; jugement de ce projet.",
    ),
    "Under which conditions another country can use it.": (
        "在何种条件下他国可以借鉴。",
        "À quelles conditions un autre pays peut s’en servir.",
    ),
    "A level of the framework's scale.": ("框架等级尺度中的一级。", "Un niveau de l’échelle du référentiel."),
    "The answer, where the indicator is a checklist.": (
        "指标为清单时的答案。",
        "La réponse, si l’indicateur est une liste de contrôle.",
    ),
    "Ids of records of the profile.": ("本档案记录的标识。", "Identifiants de fiches du profil."),
    "Where one looked and found no evidence.": (
        "曾在何处查找而未找到证据。",
        "Où l’on a cherché sans trouver d’éléments.",
    ),
    "At most 25 words, for tables.": ("供表格使用，至多25个词。", "Au plus 25 mots, pour les tableaux."),
    "Why this level and not the next, or why no level.": (
        "为何是这一级而非下一级，或为何不定级。",
        "Pourquoi ce niveau et non le suivant, ou pourquoi aucun.",
    ),
    "Id of the branch, where branches are rated apart.": (
        "分支标识（分支单独评级时填写）。",
        "Identifiant de la branche, si les branches sont cotées séparément.",
    ),
    "Id of the assessor; the first one when left out.": (
        "评级者标识；省略则为第一位。",
        "Identifiant de l’évaluateur\u00a0; le premier si la clé est omise.",
    ),
    "A reader who trusted it would be misled on the substance.": (
        "读者若信以为真，会在实质上受误导。",
        "Un lecteur qui s’y fierait serait trompé sur le fond.",
    ),
    "Id of the source that prints it.": ("刊印该内容的来源标识。", "Identifiant de la source qui l’imprime."),
    "What speaks against it.": ("与之相悖的理由。", "Ce qui s’y oppose."),
    "The right reading; left out where it is unknown.": (
        "正确写法；不清楚则省略。",
        "La bonne lecture\u00a0; omise si elle est inconnue.",
    ),
    "Ids of the records that follow the reading.": (
        "采用该写法的记录标识。",
        "Identifiants des fiches qui suivent cette lecture.",
    ),
    "Ids of sources that show the right reading.": (
        "能证明正确写法的来源标识。",
        "Identifiants des sources qui montrent la bonne lecture.",
    ),
}
"""By the field's description in English: Chinese, French."""


def field_note(doc: str, language: str) -> str:
    """A field's description in *language*; the English where nobody has translated it.

    >>> field_note("Conditions.", "zh")
    '享受条件。'
    """
    found = FIELD_NOTES.get(doc)
    return doc if found is None or language == "en" else found[("zh", "fr").index(language)]


KEY_NOTES: dict[str, tuple[str, str, str]] = {
    "acronym": ("Short form of the name.", "简称或缩写。", "Sigle."),
    "answer": ("What the source says.", "来源的回答。", "Ce que dit la source."),
    "audience": ("Whom it is for.", "面向人群。", "À qui elle s’adresse."),
    "caption": ("As printed.", "图题，照录。", "Telle qu’imprimée."),
    "confidence": (
        "How well the evidence carries the level.",
        "证据对该等级的支持程度。",
        "À quel point les éléments portent le niveau.",
    ),
    "date": (
        "When it was rated: year, month or day.",
        "评级日期：年、月或日。",
        "Date de la cotation\u00a0: année, mois ou jour.",
    ),
    "former_names": ("Names that it bore before.", "曾用名称。", "Noms qu’elle a portés."),
    "id": (
        "Slug, unique in the profile.",
        "小写英文单词加连字符，在档案中唯一。",
        "Mots minuscules joints par des traits d’union, unique dans le profil.",
    ),
    "indicator": ("Id of the indicator.", "指标标识。", "Identifiant de l’indicateur."),
    "isbn": ("ISBN, where there is one.", "ISBN（如有）。", "ISBN, s’il y en a un."),
    "items": ("Things that the row links to.", "该行所关联的事物。", "Ce à quoi la ligne renvoie."),
    "kind": ("What it is.", "类别。", "Ce que c’est."),
    "level": ("Where it applies.", "效力层级。", "À quel échelon il s’applique."),
    "local_name": ("Name in the country's own language.", "本国语言的名称。", "Nom dans la langue du pays."),
    "locus": ("Place in the source.", "在来源中的位置。", "Endroit dans la source."),
    "name": ("What it is called.", "名称。", "Son nom."),
    "note": ("A remark of yours.", "你的说明。", "Une remarque de votre part."),
    "printed": ("What stands in the source.", "来源中的原文。", "Ce qui figure dans la source."),
    "published": (
        "Year, month or day of publication.",
        "出版日期：年、月或日。",
        "Année, mois ou jour de publication.",
    ),
    "publisher": ("Who published it.", "出版者或发布机构。", "Qui l’a publié."),
    "roles": (
        "What it does, one entry for each place of the source.",
        "职责，来源每处一条。",
        "Ce qu’elle fait, une entrée par endroit de la source.",
    ),
    "source": ("Id of the source.", "来源标识。", "Identifiant de la source."),
    "cites": (
        "Ids of sources that it rests on.",
        "所依据来源的标识。",
        "Identifiants des sources sur lesquelles il s’appuie.",
    ),
    "status": (
        "Instead of a level, when there is none.",
        "没有等级时，填写状态以代替等级。",
        "À la place d’un niveau, s’il n’y en a pas.",
    ),
    "text": (
        "What it says or is, in your own words.",
        "内容，用自己的话写。",
        "Ce qu’il dit ou est, en vos propres mots.",
    ),
    "url": ("Web address.", "网址。", "Adresse web."),
    "year": ("Year.", "年份。", "Année."),
}
"""Short descriptions of keys whose field has none: English, Chinese, French."""


def key_note(key: str, language: str) -> str:
    """What stands under a key whose field says nothing; empty where the key speaks for itself."""
    return KEY_NOTES.get(key, ("", "", ""))[("en", "zh", "fr").index(language)]
