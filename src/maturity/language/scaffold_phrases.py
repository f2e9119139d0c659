"""Fixed phrases of the files that `maturity new` writes: English, Chinese, French."""

SCAFFOLD_PHRASES: dict[str, tuple[str, str, str]] = {
    "scaffold.rule": (
        "Lines that begin with ## explain. Lines that begin with a single # are ready to fill in: take away the # and the space behind it, and the [] behind the key above them. What must be given has a *. Lines that you do not need can stay or go.",
        "以##开头的行是说明。以单个#开头的行可供填写：删去行首的#及其后的一个空格，并删去上方键名后的[]。带*的必须填写。用不到的行可留可删。",
        "Les lignes qui commencent par ## expliquent. Celles qui commencent par un seul # sont à remplir\u00a0: ôtez le # et l’espace qui le suit, et les [] derrière la clé qui les précède. Un * marque ce qui est obligatoire. Les lignes inutiles peuvent rester ou non.",
    ),
    "scaffold.check": (
        "After each change: maturity check, and maturity status for what comes next.",
        "每次修改后运行maturity check；下一步做什么，见maturity status。",
        "Après chaque changement, lancez maturity check, puis maturity status pour la suite.",
    ),
    "scaffold.file.profile": (
        "who and when, and the publications that the profile rests on",
        "国家、年份，以及档案所依据的出版物",
        "qui et quand, et les publications sur lesquelles repose le profil",
    ),
    "scaffold.file.context": (
        "the country in figures and the branches of its social security (tables 1–4)",
        "国家概况数据与社会保障各分支（表1—4）",
        "le pays en chiffres et les branches de sa sécurité sociale (tableaux 1–4)",
    ),
    "scaffold.file.governance": (
        "who decides, who acts and who coordinates (tables 5–8)",
        "谁决策、谁执行、谁协调（表5—8）",
        "qui décide, qui agit et qui coordonne (tableaux 5–8)",
    ),
    "scaffold.file.legal": (
        "legislation, enablers and the platforms that they rest on (tables 9–10)",
        "立法、赋能要素及其所依托的平台（表9—10）",
        "législation, leviers et plateformes sur lesquelles ils reposent (tableaux 9–10)",
    ),
    "scaffold.file.back-end": (
        "standards of the back office and the plans of the branches (tables 11–12)",
        "后台标准与各分支的计划（表11—12）",
        "normes des systèmes internes et projets des branches (tableaux 11–12)",
    ),
    "scaffold.file.front-end": (
        "how services reach people (table 13)",
        "服务如何送达公众（表13）",
        "comment les services parviennent aux usagers (tableau 13)",
    ),
    "scaffold.file.skills": (
        "skills and capabilities (table 14)",
        "技能与能力（表14）",
        "compétences et capacités (tableau 14)",
    ),
    "scaffold.file.inclusion": (
        "inclusion and coverage (table 15)",
        "包容与覆盖（表15）",
        "inclusion et couverture (tableau 15)",
    ),
    "scaffold.file.lessons": (
        "what others can learn, and when it transfers (section 9)",
        "可供他国借鉴的经验及其适用条件（第9节）",
        "ce que d’autres peuvent apprendre, et quand cela se transpose (section 9)",
    ),
    "scaffold.file.ratings": (
        "one rating for each indicator, from the records alone",
        "每项指标一条评级，仅以记录为依据",
        "une cotation par indicateur, d’après les seules fiches",
    ),
    "scaffold.file.outline": (
        "the main source, place by place, for those who follow one study",
        "主要来源的逐处目录，供依据单一研究报告者使用",
        "la source principale, endroit par endroit, pour qui suit une seule étude",
    ),
    "scaffold.file.errata": (
        "misprints and contradictions of the sources",
        "来源中的印刷错误与矛盾之处",
        "coquilles et contradictions des sources",
    ),
    "scaffold.names": (
        "Names of the country, from the list of ISO 3166-1 or as given. Add local: its name in its own language.",
        "国家名称，取自ISO 3166-1名录或由命令给出。可加local：本国语言的名称。",
        "Noms du pays, de la liste ISO 3166-1 ou tels que donnés. Ajoutez local\u00a0: son nom dans sa propre langue.",
    ),
    "scaffold.evidence-until": (
        "The last day of the wave's year unless you change it.",
        "如不改动，即本轮年份的最后一天。",
        "Le dernier jour de l’année de la vague, sauf changement de votre part.",
    ),
    "scaffold.status": (
        "stage: draft, reviewed, or validated by the country; the latter two say who and when.",
        "stage：draft（草稿）、reviewed（已审阅）或validated（经该国确认）；后两者须写明who（何人）和when（何时）。",
        "stage\u00a0: draft (projet), reviewed (relu) ou validated (validé par le pays)\u00a0; les deux derniers disent qui (who) et quand (when).",
    ),
    "scaffold.defaults": (
        "What holds for every record of this file can stand once:",
        "对本文件所有记录都成立的内容可只写一次：",
        "Ce qui vaut pour toutes les fiches de ce fichier peut figurer une seule fois\u00a0:",
    ),
    "scaffold.every-record": (
        "Every record may also have:",
        "每条记录还可以有：",
        "Chaque fiche peut aussi avoir\u00a0:",
    ),
    "scaffold.choices": ("One of: {choices}.", "可选值：{choices}。", "Au choix\u00a0: {choices}."),
    "scaffold.each": ("Each: {shape}.", "每条的格式：{shape}。", "Chacun\u00a0: {shape}."),
    "scaffold.key.sources": (
        "The publications, data sets and interviews that were read, one entry each; every record names one of them.",
        "读过的出版物、数据集和访谈，每项一条；每条记录都要写明其中之一。",
        "Les publications, jeux de données et entretiens qui ont été lus, une entrée chacun\u00a0; chaque fiche en nomme un.",
    ),
    "scaffold.key.figures": (
        "Figures of the main source, and what they rest on.",
        "主要来源中的图及其依据。",
        "Figures de la source principale, et ce sur quoi elles reposent.",
    ),
    "scaffold.key.unknown": (
        "Rows of tables that stay empty, and where you looked: unknown is never no.",
        "仍为空白的表行，以及你曾在何处查找：不清楚绝不等于没有。",
        "Lignes de tableaux qui restent vides, et où vous avez cherché\u00a0: inconnu ne veut jamais dire non.",
    ),
    "scaffold.key.statistics": (
        "Figures: what the wave's sources give. A figure may stand in the file of any section.",
        "统计数据：本轮来源所给的数值。任何一节的文件都可以放统计数据。",
        "Chiffres\u00a0: ce que donnent les sources de la vague. Un chiffre peut figurer dans le fichier de toute section.",
    ),
    "scaffold.key.statistics-elsewhere": (
        "Figures that belong to this section; the statistics that there are, each ready to fill in, stand in context.yaml.",
        "属于本节的统计数据；可用的统计项目均列在context.yaml中，可直接填写。",
        "Chiffres de cette section\u00a0; les statistiques qui existent figurent dans context.yaml, chacune prête à remplir.",
    ),
    "scaffold.key.findings": (
        "Findings: what a source says or judges in its running text, and which indicators it bears on. Either bears_on or bears_on_none.",
        "发现：来源在正文中的陈述或判断，及其涉及的指标。bears_on与bears_on_none二选一。",
        "Constats\u00a0: ce qu’une source dit ou juge dans son texte, et les indicateurs concernés. Soit bears_on, soit bears_on_none.",
    ),
    "scaffold.key.milestones": (
        "What happened or took effect at a known time.",
        "在已知时间发生或生效的事项。",
        "Ce qui s’est produit ou a pris effet à une date connue.",
    ),
    "scaffold.key.programmes": (
        "Strategies, plans, agreements and programmes that steer work over a period.",
        "在一段时期内指导工作的战略、规划、协议和项目。",
        "Stratégies, plans, conventions et programmes qui orientent les travaux sur une période.",
    ),
    "scaffold.key.branches": (
        "Table 2: one entry for each branch of social security: whom it covers, who runs it, who pays.",
        "表2：社会保障每个分支一条：覆盖谁、谁管理、谁出资。",
        "Tableau 2\u00a0: une entrée par branche de la sécurité sociale\u00a0: qui elle couvre, qui la gère, qui paie.",
    ),
    "scaffold.key.institutions": (
        "Tables 5 and 7: every body with a part in social security or its digitalisation, once.",
        "表5和表7：在社会保障或其数字化中承担职责的每个机构，各列一次。",
        "Tableaux 5 et 7\u00a0: chaque organisme qui a part à la sécurité sociale ou à sa numérisation, une seule fois.",
    ),
    "scaffold.key.coordination": (
        "Tables 6 and 8: one entry for each cell: who coordinates at which level, in which scope.",
        "表6和表8：每个单元格一条：谁在哪一层次、在何种范围内负责协调。",
        "Tableaux 6 et 8\u00a0: une entrée par case\u00a0: qui coordonne à quel échelon, dans quel périmètre.",
    ),
    "scaffold.key.acts": (
        "Laws, decrees and regulations, once each; the rows of table 9 link to them.",
        "法律、政令和条例，各列一次；表9各行与之关联。",
        "Lois, décrets et règlements, une seule fois chacun\u00a0; les lignes du tableau 9 y renvoient.",
    ),
    "scaffold.key.legal_framework": (
        "Table 9: one entry for each area of law; items are acts.",
        "表9：每个法律领域一条；items为法律文件。",
        "Tableau 9\u00a0: une entrée par domaine du droit\u00a0; items sont des actes.",
    ),
    "scaffold.key.platforms": (
        "Technical solutions that several services rest on, once each.",
        "多项服务所依托的技术方案，各列一次。",
        "Solutions techniques sur lesquelles reposent plusieurs services, une seule fois chacune.",
    ),
    "scaffold.key.key_enablers": (
        "Table 10: one entry for each enabler; items are platforms or standards.",
        "表10：每项赋能要素一条；items为平台或标准。",
        "Tableau 10\u00a0: une entrée par levier\u00a0; items sont des plateformes ou des normes.",
    ),
    "scaffold.key.standards": (
        "Published standards, frameworks and charters, once each.",
        "已发布的标准、框架和规范，各列一次。",
        "Normes, référentiels et chartes publiés, une seule fois chacun.",
    ),
    "scaffold.key.back_end_standards": (
        "Table 11: one entry for each area of standards; items are standards.",
        "表11：每个标准领域一条；items为标准。",
        "Tableau 11\u00a0: une entrée par domaine de normes\u00a0; items sont des normes.",
    ),
    "scaffold.key.transformations": (
        "Table 12: one entry for each objective, challenge or achievement of a branch.",
        "表12：各分支的每项目标、挑战或成果一条。",
        "Tableau 12\u00a0: une entrée par objectif, difficulté ou réalisation d’une branche.",
    ),
    "scaffold.key.portals": (
        "Websites where people find or use services, once each.",
        "公众查询或使用服务的网站，各列一次。",
        "Sites où l’on trouve ou utilise des services, une seule fois chacun.",
    ),
    "scaffold.key.portal_ecosystem": (
        "Table 13: one entry for each category of portals; items are portals.",
        "表13：每类门户一条；items为门户。",
        "Tableau 13\u00a0: une entrée par catégorie de portails\u00a0; items sont des portails.",
    ),
    "scaffold.key.activities": (
        "Table 14: one entry for each activity that builds skills.",
        "表14：每项技能建设活动一条。",
        "Tableau 14\u00a0: une entrée par activité qui développe des compétences.",
    ),
    "scaffold.key.actions": (
        "Table 15: what is done in each area of inclusion, one entry for each point.",
        "表15：各包容领域采取的举措，每个要点一条。",
        "Tableau 15\u00a0: ce qui est fait dans chaque domaine d’inclusion, une entrée par point.",
    ),
    "scaffold.key.results": (
        "Table 15: what came of it, one entry for each point; not paired with the actions.",
        "表15：取得的成效，每个要点一条；不与举措一一对应。",
        "Tableau 15\u00a0: ce qui en est résulté, une entrée par point\u00a0; sans correspondance avec les actions.",
    ),
    "scaffold.key.lessons": (
        "What the country learned, what it bears on, and when another country can use it.",
        "该国的经验教训、涉及的指标，以及他国可借鉴的条件。",
        "Ce que le pays a appris, ce que cela concerne, et quand un autre pays peut s’en servir.",
    ),
    "scaffold.key.places": (
        "Each paragraph, table row and footnote of the main source, in its order; leave it empty where there is no main source.",
        "主要来源的每个段落、表格行和脚注，按其次序；没有主要来源则留空。",
        "Chaque paragraphe, ligne de tableau et note de la source principale, dans l’ordre\u00a0; laissez vide s’il n’y en a pas.",
    ),
    "scaffold.key.errata": (
        "What a source prints and cannot stand, or may not; the record holds the right reading and its printed the wrong one.",
        "来源所载但有误或存疑之处；记录中写正确写法，其printed写原文。",
        "Ce qu’une source imprime et qui ne peut rester tel quel\u00a0; la fiche porte la bonne lecture et son printed la mauvaise.",
    ),
    "scaffold.key.assessors": (
        "Who rates, and when. A rating without assessor belongs to the first; only the first one's ratings are scored.",
        "谁评级、何时评级。未写assessor的评级属于第一位；只有第一位的评级计分。",
        "Qui cote, et quand. Une cotation sans assessor revient au premier\u00a0; seules celles du premier comptent.",
    ),
    "scaffold.key.ratings": (
        "For each indicator: read its questions, and give the highest level whose statement, with all those below it, the records show. Level 0 means looked for, and absent. Evidence lists ids of records; the rationale says why not the next level.",
        "每项指标：先看问题，再给出记录能够证明其陈述（及以下各级陈述）的最高等级。0级表示经查找而不存在。evidence列记录标识；rationale说明为何不是下一级。",
        "Pour chaque indicateur\u00a0: lisez ses questions, et donnez le plus haut niveau dont les fiches montrent l’énoncé, avec tous ceux qui le précèdent. Le niveau 0 signifie cherché, et absent. evidence énumère des identifiants de fiches\u00a0; rationale dit pourquoi pas le niveau suivant.",
    ),
    "scaffold.ratings.status": (
        "Without a level, write in place of level, confidence, evidence and summary: status: not-evaluable with searched (looked, no evidence; say where), status: not-applicable, or status: not-asked; always with a rationale. An indicator without an entry is not rated.",
        "没有等级时，以下列状态代替level、confidence、evidence和summary：status: not-evaluable并写searched（查找过而无证据；写明何处）、status: not-applicable（不适用）或status: not-asked（未列入本轮）；均须写rationale。没有条目的指标即未评级。",
        "Sans niveau, écrivez status à la place de level, confidence, evidence et summary\u00a0: not-evaluable avec searched (cherché, rien trouvé\u00a0; dites où), not-applicable ou not-asked\u00a0; toujours avec rationale. Un indicateur sans entrée n’est pas coté.",
    ),
    "scaffold.level": (
        "{level} {name}: {descriptor}",
        "{level} {name}：{descriptor}",
        "{level} {name}\u00a0: {descriptor}",
    ),
    "scaffold.measure": (
        "Not rated here: its score comes from the statistic {statistic}.",
        "不在此评级：得分取自统计数据{statistic}。",
        "N’est pas coté ici : le score vient de la statistique {statistic}.",
    ),
    "scaffold.carried": (
        "Carried over from {wave}. Whatever has carried_from is not confirmed for {new}: look it up in the sources of {new}, change it where it no longer holds, and take the line carried_from away. Ratings that have the line do not count.",
        "沿用自{wave}年。凡有carried_from的内容均未经{new}年确认：请在{new}年的来源中核对，不再成立的加以修改，然后删去carried_from一行。带有该行的评级不计入。",
        "Repris de {wave}. Ce qui porte carried_from n’est pas confirmé pour {new}\u00a0: vérifiez-le dans les sources de {new}, changez ce qui ne vaut plus, puis ôtez la ligne carried_from. Les cotations qui portent cette ligne ne comptent pas.",
    ),
    "scaffold.carried-unknown": (
        "Unknown in {wave}; look again, and take the # away where it is still unknown:",
        "{wave}年不清楚的事项；请重新查找，仍不清楚的删去#：",
        "Inconnu en {wave}\u00a0; cherchez de nouveau, et ôtez le # là où c’est encore inconnu\u00a0:",
    ),
    "scaffold.carried-assessors": (
        "Put whoever rates {new} first; those of {wave} stay for the ratings that name them.",
        "请将{new}年的评级者列为第一位；{wave}年的评级者保留，供写明其标识的评级使用。",
        "Placez en premier qui cote {new}\u00a0; ceux de {wave} restent pour les cotations qui les nomment.",
    ),
}
"""By key: English, Chinese, French."""
