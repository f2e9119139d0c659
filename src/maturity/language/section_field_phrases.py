"""What the fields of the sections' own records hold, in Chinese and French, by the English that stands on the field."""

SECTION_FIELD_NOTES: dict[str, tuple[str, str]] = {
    "Terms of the vocabulary `contingencies` (ILO Convention 102).": (
        "词表`contingencies`中的术语（国际劳工组织第102号公约）。",
        "Termes du vocabulaire `contingencies` (convention n° 102 de l’OIT).",
    ),
    "Ids of the institutions that pay or collect.": (
        "支付待遇或征缴费用的机构标识。",
        "Identifiants des institutions qui paient ou recouvrent.",
    ),
    "What it provides.": ("提供的待遇。", "Ce qu’elle fournit."),
    "Whom it covers, and where.": ("覆盖人群与地区。", "Qui elle couvre, et où."),
    "Conditions.": ("享受条件。", "Conditions à remplir."),
    "How it is paid for.": ("筹资方式。", "Comment elle est financée."),
    "How it is organised.": ("组织方式。", "Comment elle est organisée."),
    "Official name in the country's own language.": (
        "本国语言的正式名称。",
        "Nom officiel dans la langue du pays.",
    ),
    "Term of the vocabulary `institution-kinds`.": (
        "词表`institution-kinds`中的术语。",
        "Terme du vocabulaire `institution-kinds`.",
    ),
    "Place in the institution's source.": ("在该机构来源中的位置。", "Endroit dans la source de l’institution."),
    "Ids of sources that the publication rests on here.": (
        "该出版物在此处所依据的来源标识。",
        "Identifiants des sources sur lesquelles la publication s’appuie ici.",
    ),
    "Last year of that name, where it is known.": (
        "使用该名称的最后年份（如已知）。",
        "Dernière année de ce nom, si elle est connue.",
    ),
    "Id of the institution that it belongs to.": (
        "所属机构的标识。",
        "Identifiant de l’institution dont elle fait partie.",
    ),
    "Term of the vocabulary `coordination-matrices`.": (
        "词表`coordination-matrices`中的术语。",
        "Terme du vocabulaire `coordination-matrices`.",
    ),
    "Term of the vocabulary `coordination-levels`.": (
        "词表`coordination-levels`中的术语。",
        "Terme du vocabulaire `coordination-levels`.",
    ),
    "Term of the vocabulary `coordination-scopes`.": (
        "词表`coordination-scopes`中的术语。",
        "Terme du vocabulaire `coordination-scopes`.",
    ),
    "Ids of institutions, in the source's order.": (
        "机构标识，按来源所列顺序。",
        "Identifiants d’institutions, dans l’ordre de la source.",
    ),
    "The source ends the list with 'etc.'.": (
        "来源的列举以“等”结尾。",
        "La source termine la liste par «\u00a0etc.\u00a0».",
    ),
    "Official title in the country's own language.": (
        "本国语言的正式标题。",
        "Titre officiel dans la langue du pays.",
    ),
    "Official number, such as `910/2014`.": ("正式文号，如`910/2014`。", "Numéro officiel, par exemple `910/2014`."),
    "Year of adoption.": ("通过年份。", "Année d’adoption."),
    "Ids of the acts that it brings into national law.": (
        "由其转化为国内法的法律文件标识。",
        "Identifiants des actes qu’il transpose en droit national.",
    ),
    "Ids of acts.": ("法律文件标识。", "Identifiants d’actes."),
    "At the wave's date; left out where not known.": (
        "在本轮日期是否有效；不清楚则省略。",
        "À la date de la vague\u00a0; omis si on ne le sait pas.",
    ),
    "Term of the vocabulary that the table's rows come from.": (
        "该表各行所用词表中的术语。",
        "Terme du vocabulaire dont viennent les lignes du tableau.",
    ),
    "Id of the legal act, platform, standard or portal.": (
        "法律文件、平台、标准或门户的标识。",
        "Identifiant de l’acte, de la plateforme, de la norme ou du portail.",
    ),
    "What the row says of it.": ("该行对其的说明。", "Ce que la ligne en dit."),
    "What the row says of no single item.": (
        "该行不针对任何单项的说明。",
        "Ce que la ligne dit sans viser un élément en particulier.",
    ),
    "What it is, where no table row says so.": (
        "是什么（表中各行未说明时填写）。",
        "Ce que c’est, si aucune ligne de tableau ne le dit.",
    ),
    "Version that the source names as current.": (
        "来源所称的现行版本。",
        "Version que la source donne pour actuelle.",
    ),
    "Year of adoption of that version.": ("该版本的通过年份。", "Année d’adoption de cette version."),
    "Ids of legal acts that it rests on.": (
        "所依据法律文件的标识。",
        "Identifiants des actes sur lesquels elle repose.",
    ),
    "Id of the branch.": ("分支标识。", "Identifiant de la branche."),
    "Year or years of the agreement that it belongs to, such as `2018-2022`.": (
        "所属协议的年份，如`2018-2022`。",
        "Année ou années de la convention dont il relève, par exemple `2018-2022`.",
    ),
    "What people find or do there.": ("人们在此查到什么、办理什么。", "Ce que l’on y trouve ou y fait."),
    "Whom it serves, where the source says so.": (
        "服务对象（来源有说明时填写）。",
        "À qui il s’adresse, si la source le dit.",
    ),
    "Term of the vocabulary `activity-kinds`.": (
        "词表`activity-kinds`中的术语。",
        "Terme du vocabulaire `activity-kinds`.",
    ),
    "Term of the vocabulary `inclusion-areas`.": (
        "词表`inclusion-areas`中的术语。",
        "Terme du vocabulaire `inclusion-areas`.",
    ),
    "Ids of the statistics that the bullet gives.": (
        "该要点所给统计数据的标识。",
        "Identifiants des statistiques que donne le point.",
    ),
}
"""By the field's description in English: Chinese, French."""
