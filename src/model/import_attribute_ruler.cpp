// Compiles attribute ruler patterns into the tables that attribute_ruler_sections.h describes.
#include "model/import_attribute_ruler.h"

#include <limits>
#include <map>

#include "base/binary.h"
#include "base/frozen_map.h"
#include "base/hash.h"
#include "model/attribute_ruler_sections.h"

namespace annals {
namespace {

// Values of one field that every condition of every pattern treats alike share a class; class 0 is that of a value
// which no pattern names.
struct Classes {
  std::map<std::string, std::uint16_t> by_value;
  std::uint16_t count = 0;
};

template <typename Visit>
void each_condition(const std::vector<AttributeRule>& rules, PatternField field, Visit visit) {
  for (const auto& rule : rules) {
    for (const auto& pattern : rule.patterns) {
      for (const auto& step : pattern.steps) {
        for (const auto& condition : step) {
          if (condition.field == field) visit(condition);
        }
      }
    }
  }
}

Classes classify(const std::vector<AttributeRule>& rules, PatternField field) {
  std::set<std::string> named;
  each_condition(rules, field, [&](const PatternCondition& c) { named.insert(c.values.begin(), c.values.end()); });
  const auto signature = [&](const std::string* value) {
    std::vector<bool> holds;
    each_condition(rules, field, [&](const PatternCondition& c) {
      holds.push_back(value != nullptr ? c.holds_for(*value) : c.negated);
    });
    return holds;
  };
  std::map<std::vector<bool>, std::uint16_t> by_signature{{signature(nullptr), 0}};
  Classes classes;
  for (const auto& value : named) {
    const auto next = static_cast<std::uint16_t>(by_signature.size());
    classes.by_value[value] = by_signature.try_emplace(signature(&value), next).first->second;
  }
  classes.count = static_cast<std::uint16_t>(by_signature.size());
  return classes;
}

// One step of a pattern as a yes or no for each class of each field.
struct CompiledStep {
  std::array<std::string, kPatternFields> allowed;

  bool allows(PatternField field, std::size_t c) const { return allowed[static_cast<std::size_t>(field)][c] != 0; }
};

struct CompiledPattern {
  std::uint16_t rule;
  std::uint16_t target;
  std::vector<CompiledStep> steps;
};

class Compiler {
 public:
  Compiler(const std::vector<AttributeRule>& rules, const std::string& where) : rules_(rules) {
    constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
    for (std::size_t f = 0; f < kPatternFields; ++f) classes_[f] = classify(rules, static_cast<PatternField>(f));
    // Space is a plain bit, whether or not a pattern asks for it.
    classes_[static_cast<std::size_t>(PatternField::is_space)] = {{{"0", 0}, {"1", 1}}, 2};
    for (auto& values : values_) values.push_back("");
    compile_patterns();
    fill_table();
    if (rules.size() > kMost || outcome_ids_.size() > kMost || row_ids_.size() > kMost) {
      throw Error{Fault::model, where, "the attribute ruler has too many patterns", "Use a smaller pipeline"};
    }
  }

  void write(ModelWriter& writer) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> words;
    for (const auto& [word, c] : classes(PatternField::lower).by_value) words.emplace_back(murmur64a(word), c);
    writer.add_array<FrozenSlot>(kRulerWords, freeze(words));
    writer.add_array<std::uint16_t>(kRulerRows, rows_);
    writer.add_array<std::uint16_t>(kRulerCells, cells_);
    writer.add_array<RulerOutcome>(kRulerOutcomes, outcomes_);
    BinaryWriter lists;
    lists.put<std::uint32_t>(classes(PatternField::lower).count);
    write_classes(classes(PatternField::tag), lists);
    write_classes(classes(PatternField::dep), lists);
    write_values(lists);
    write_contexts(lists);
    writer.add(kRulerLists, lists.bytes());
  }

 private:
  const Classes& classes(PatternField field) const { return classes_[static_cast<std::size_t>(field)]; }

  void compile_patterns() {
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      for (const auto& pattern : rules_[r].patterns) {
        CompiledPattern compiled{static_cast<std::uint16_t>(r), static_cast<std::uint16_t>(pattern.target), {}};
        for (const auto& step : pattern.steps) compiled.steps.push_back(compile_step(step));
        (compiled.steps.size() == 1 ? single_ : contexts_).push_back(std::move(compiled));
      }
      RulerOutcome& sets = rule_sets_.emplace_back();
      for (std::size_t a = 0; a < kRuledAttributes; ++a) {
        if (rules_[r].sets[a]) sets.values[a] = static_cast<std::uint16_t>(1 + value_number(a, *rules_[r].sets[a]));
      }
    }
  }

  CompiledStep compile_step(const std::vector<PatternCondition>& conditions) const {
    CompiledStep step;
    for (std::size_t f = 0; f < kPatternFields; ++f) {
      step.allowed[f].assign(classes_[f].count, 1);
      for (const auto& condition : conditions) {
        if (static_cast<std::size_t>(condition.field) != f) continue;
        // All values of a class agree, so that any one of them may speak for it.
        std::string holds(classes_[f].count, condition.negated ? 1 : 0);
        for (const auto& [value, c] : classes_[f].by_value) holds[c] = condition.holds_for(value) ? 1 : 0;
        for (std::size_t c = 0; c < holds.size(); ++c) step.allowed[f][c] &= holds[c];
      }
    }
    return step;
  }

  std::size_t value_number(std::size_t attribute, const std::string& value) {
    auto& values = values_[attribute];
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] == value) return i;
    }
    values.push_back(value);
    return values.size() - 1;
  }

  void fill_table() {
    for (std::size_t word = 0; word < classes(PatternField::lower).count; ++word) {
      for (std::size_t tag = 0; tag < classes(PatternField::tag).count; ++tag) {
        std::vector<std::uint16_t> row;
        for (std::size_t dep = 0; dep < classes(PatternField::dep).count; ++dep) {
          for (std::size_t space = 0; space < 2; ++space) row.push_back(outcome_number(word, tag, dep, space));
        }
        const auto [at, is_new] = row_ids_.try_emplace(row, static_cast<std::uint16_t>(row_ids_.size()));
        if (is_new) cells_.insert(cells_.end(), row.begin(), row.end());
        rows_.push_back(at->second);
      }
    }
  }

  std::uint16_t outcome_number(std::size_t word, std::size_t tag, std::size_t dep, std::size_t space) {
    const auto allows = [&](const CompiledStep& step) {
      return step.allows(PatternField::tag, tag) && step.allows(PatternField::lower, word) &&
             step.allows(PatternField::dep, dep) && step.allows(PatternField::is_space, space);
    };
    RulerOutcome outcome;
    for (const auto& pattern : single_) {  // in the order of the rules: the last one stays
      if (!allows(pattern.steps[0])) continue;
      for (std::size_t a = 0; a < kRuledAttributes; ++a) {
        const std::uint16_t value = rule_sets_[pattern.rule].values[a];
        if (value == 0) continue;
        outcome.values[a] = value;
        outcome.rules[a] = pattern.rule;
      }
    }
    for (const auto& pattern : contexts_) outcome.begins_context |= allows(pattern.steps[0]) ? 1 : 0;
    const auto [at, is_new] = outcome_ids_.try_emplace(outcome, static_cast<std::uint16_t>(outcome_ids_.size()));
    if (is_new) outcomes_.push_back(outcome);
    return at->second;
  }

  static void write_classes(const Classes& classes, BinaryWriter& lists) {
    lists.put(static_cast<std::uint32_t>(classes.by_value.size()));
    for (const auto& [name, c] : classes.by_value) {
      lists.put_string(name);
      lists.put(c);
    }
    lists.put<std::uint32_t>(classes.count);
  }

  void write_values(BinaryWriter& lists) const {
    for (const auto& values : values_) {
      lists.put(static_cast<std::uint32_t>(values.size()));
      for (const auto& value : values) lists.put_string(value);
    }
  }

  void write_contexts(BinaryWriter& lists) const {
    lists.put(static_cast<std::uint32_t>(contexts_.size()));
    for (const auto& pattern : contexts_) {
      lists.put(pattern.rule);
      lists.put(pattern.target);
      for (const std::uint16_t value : rule_sets_[pattern.rule].values) lists.put(value);
      lists.put(static_cast<std::uint32_t>(pattern.steps.size()));
      for (const auto& step : pattern.steps) {
        for (const auto field : {PatternField::lower, PatternField::tag, PatternField::dep, PatternField::is_space}) {
          lists.put_string(step.allowed[static_cast<std::size_t>(field)]);
        }
      }
    }
  }

  const std::vector<AttributeRule>& rules_;
  std::array<Classes, kPatternFields> classes_;
  std::array<std::vector<std::string>, kRuledAttributes> values_;
  std::vector<RulerOutcome> rule_sets_;  // what each rule sets, in `values` alone
  std::vector<CompiledPattern> single_, contexts_;
  std::map<std::vector<std::uint16_t>, std::uint16_t> row_ids_;
  std::map<RulerOutcome, std::uint16_t> outcome_ids_;
  std::vector<std::uint16_t> rows_, cells_;
  std::vector<RulerOutcome> outcomes_;
};

}  // namespace

void import_attribute_ruler(const SpacyPipeline& pipeline, ModelWriter& writer) {
  const auto rules = read_attribute_rules(pipeline);
  Compiler(rules, pipeline.directory().string()).write(writer);
}

}  // namespace annals
