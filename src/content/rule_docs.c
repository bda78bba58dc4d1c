/* The tables of rules as Markdown. */
#include "content/rule.h"

static const char *const headings[RULE_GROUPS] = {
    [RULES_FORMAT] = "The files",
    [RULES_WORDS] = "Words, for their readers",
    [RULES_STRUCTURE] = "How it is built",
    [RULES_KINDS] = "Single kinds",
};

static void add_rule(Text *out, const Rule *rule)
{
    text_addf(out, "| `%s` | %s%s |\n", rule->id, rule->level == FAULT_WARNING ? "warning: " : "",
              rule->title);
}

char *docs_rules(void)
{
    Text out;
    text_init(&out);
    for (int group = 0; group < RULE_GROUPS; group++) {
        RuleTable table = rule_table((RuleGroup)group);
        text_addf(&out, "### %s\n\n| rule | means |\n| --- | --- |\n", headings[group]);
        for (size_t i = 0; i < table.count; i++)
            add_rule(&out, &table.rules[i]);
        text_add(&out, "\n");
    }
    return text_take(&out);
}
