// Quantities: numbers with their bounds, units and ranges.
#include "record/quantities.h"

#include <algorithm>

#include "record/number_reader.h"

namespace annals {
namespace {

class QuantityReader : NumberReader {
 public:
  using NumberReader::NumberReader;

  void read(std::vector<Quantity>& out) {
    for (std::uint32_t i = 0; i < size_;) {
      i = may_begin(i) ? read_at(i, out) : i + 1;
    }
  }

 private:
  bool is_name_before(std::uint32_t i) const {
    if (i == 0 || annotation_.tokens[i].is(kIsSpace)) return false;
    const std::string_view before = lower(i - 1);
    if (before == "+" || before == "#" || before == "№") return true;
    if (before == "of" && i > 1 && is(i - 2, "group") && annotation_.tokens[i - 2].is(kIsTitle)) return true;
    if (!lexicon_.is(Class::name, before)) return false;
    // "the number of the level 4 times": only where the word does not begin a phrase of its own.
    const Token& t = annotation_.tokens[i];
    return !(before == "no" && t.head > i);
  }

  // What follows a number and makes it something else.
  bool is_no_count(const NumberHit& hit, std::uint32_t i) const {
    if (hit.inside != 0) {
      std::string_view tail = lower(i);
      tail.remove_prefix(tail.size() - hit.inside);
      if (const auto hyphen = tail.find('-'); hyphen != std::string_view::npos) tail = tail.substr(0, hyphen);
      return !lexicon_.is(Class::member, tail);
    }
    std::uint32_t next = hit.end;
    if (is_hyphen(next) && joined(next - 1)) {
      if (joined(next) && !lexicon_.is(Class::member, lower(next + 1)) &&
          lexicon_.unit_at(annotation_, next + 1).unit == nullptr) {
        return !number_at(next + 1).has_value();
      }
      return false;
    }
    const Token* t = next < size_ ? &annotation_.tokens[next] : nullptr;
    if (t == nullptr) return false;
    if (lexicon_.is(Class::no_count, lower(next)) || lexicon_.is(Class::no_count, annotation_.lemma(next))) {
      return lexicon_.unit_at(annotation_, next).unit == nullptr;  // "two hours" may yet be a length
    }
    for (std::uint32_t k = next; k < size_ && k < next + 3 && annotation_.tokens[k].pos == Pos::PROPN; ++k) {
      if (annotation_.tokens[k].is(kIsTitle) && lexicon_.is(Class::street, lower(k))) return true;
    }
    return false;
  }

  void set_value(Quantity& quantity, const NumberHit& hit) const {
    quantity.value = hit.value;
    quantity.low = quantity.high = hit.value;
    if (hit.loose) quantity.qualifier = Qualifier::about;
    quantity.share = hit.fraction;
    quantity.round = hit.round;
    if (hit.fraction) {
      quantity.unit = "percent";
      quantity.kind = UnitKind::percent;
    }
    if (hit.round) apply(quantity, Qualifier::at_least);
  }

  void apply(Quantity& quantity, Qualifier qualifier) const {
    quantity.qualifier = qualifier;
    const bool floor = qualifier == Qualifier::at_least || qualifier == Qualifier::more_than;
    const bool ceiling = qualifier == Qualifier::at_most || qualifier == Qualifier::less_than;
    if (floor) quantity.high.reset();
    if (ceiling) quantity.low.reset();
  }

  // A word such as "about" or "over" before a number is a preposition of its own where a noun governs it: "talks about
  // 12 prisoners".
  bool is_bound(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin != 1) return true;
    const Token& t = annotation_.tokens[begin];
    if (is(begin, "some")) return true;
    if (t.dep != Dep::prep || t.head == begin) return true;
    const Token& head = annotation_.tokens[t.head];
    const bool preposition = is(begin, "about") || is(begin, "over") || is(begin, "under") || is(begin, "around") ||
                             is(begin, "above") || is(begin, "below") || is(begin, "near") || is(begin, "beyond");
    return !(preposition && (head.pos == Pos::NOUN || head.pos == Pos::PROPN) && t.head < begin);
  }

  std::uint32_t take_bounds(Quantity& quantity, std::uint32_t begin, bool& between) const {
    // "at least about 40": the word farther out rules.
    for (int i = 0; i < 3; ++i) {
      const auto hit = lexicon_.bound_before(annotation_, begin);
      if (!hit.qualifier || !is_bound(hit.edge, begin)) break;
      quantity.bounded = true;
      if (*hit.qualifier == Qualifier::between) {
        between = true;
      } else if (*hit.qualifier != Qualifier::exact && !quantity.round) {
        quantity.low = quantity.high = quantity.value;
        apply(quantity, *hit.qualifier);
      }
      begin = hit.edge;
    }
    return begin;
  }

  const QuantityLexicon::Unit* currency_before(std::uint32_t& begin) const {
    if (begin == 0) return nullptr;
    const QuantityLexicon::Unit* unit = lexicon_.unit_before(lower(begin - 1));
    if (unit == nullptr) return nullptr;
    --begin;
    return unit;
  }

  // Takes the unit at `at` if there is one.
  bool take_unit(Quantity& quantity, std::uint32_t& at) const {
    std::uint32_t from = at;
    if (is_hyphen(from) && joined(from)) ++from;
    auto hit = lexicon_.unit_at(annotation_, from);
    if (hit.unit == nullptr && from + 1 < size_ && annotation_.tokens[from].is(kIsTitle)) {  // "Argentine pesos"
      hit = lexicon_.unit_at(annotation_, from + 1);
      if (hit.unit != nullptr && hit.unit->kind != UnitKind::money) return false;
    }
    if (hit.unit == nullptr) return false;
    quantity.unit_word = hit.end - 1;
    quantity.unit = hit.unit->code;
    quantity.kind = hit.unit->kind;
    quantity.hyphened = from != at;
    at = hit.end;
    return true;
  }

  // The second number of "20 to 30", "20-30", "20 or 30" and, behind "between", "20 and 30".
  std::optional<NumberHit> range_end(std::uint32_t at, bool between) const {
    const bool dash = is_hyphen(at);
    const bool word = is(at, "to") || is(at, "or") || (between && is(at, "and"));
    if (!dash && !word) return std::nullopt;
    std::uint32_t next = at + 1;
    if (lexicon_.unit_before(lower(next)) != nullptr) ++next;
    auto hit = number_at(next);
    if (!hit || hit->round || hit->fraction) return std::nullopt;
    if (is(at, "or") && is(next, "more")) return std::nullopt;
    return hit;
  }

  bool take_range(Quantity& quantity, std::uint32_t& at, std::uint32_t begin, bool between) const {
    if (quantity.round || quantity.share) return false;
    // "from 12 to 91", "by 12 to 91": two numbers.
    const bool change = begin > 0 && (is(begin - 1, "from") || is(begin - 1, "by"));
    if (change && is(at, "to")) return false;
    // "climbed $1.20 to $81.40", "fell 3 percent to 40".
    if (begin > 0 && is(at, "to") && lexicon_.is(Class::change, annotation_.lemma(begin - 1))) return false;
    const auto second = range_end(at, between);
    if (!second) return false;
    double low = quantity.value, high = second->value;
    // "2 to 3 million": the scale is said once.
    if (low < 1000 && high >= 1000 && low < high / 1000) {
      for (const double scale : {1e9, 1e6, 1e3}) {
        if (high >= scale && low * scale < high) {
          low *= scale;
          break;
        }
      }
    }
    if (low >= high) return false;
    quantity.low = low;
    quantity.high = high;
    quantity.qualifier = Qualifier::between;
    at = second->end;
    return true;
  }

  // "2-1": a score or a vote, unless a range of something counted.
  bool is_score(const Quantity& quantity, std::uint32_t at) const {
    if (!is_hyphen(at) || quantity.kind != UnitKind::count) return false;
    std::uint32_t next = at + 1;
    const auto second = number_at(next);
    if (!second) return false;
    return second->value <= quantity.value || !(lexicon_.unit_at(annotation_, second->end).unit != nullptr ||
                                                annotation_.tokens[std::min(second->end, size_ - 1)].pos == Pos::NOUN ||
                                                annotation_.tokens[std::min(second->end, size_ - 1)].pos == Pos::ADJ);
  }

  std::uint32_t anchor_of(TokenSpan span) const {
    for (std::uint32_t i = span.end; i-- > span.begin;) {
      const std::uint32_t head = annotation_.tokens[i].head;
      if (annotation_.tokens[i].is(kIsPunct)) continue;
      if (!span.contains(head) || head == i) return i;
    }
    return span.end - 1;
  }

  // Reads what begins at `i` and says where to go on.
  std::uint32_t read_at(std::uint32_t i, std::vector<Quantity>& out) {
    std::uint32_t start = i;
    if (lexicon_.unit_before(lower(i)) != nullptr) ++start;  // "$ 5"
    const auto hit = number_at(start);
    if (!hit) return i + 1;
    if (is_name_before(i) || is_no_count(*hit, start)) return hit->end;
    Quantity quantity;
    set_value(quantity, *hit);
    std::uint32_t begin = start, end = hit->end;
    if (const auto* unit = currency_before(begin)) {
      quantity.unit = unit->code;
      quantity.kind = unit->kind;
      quantity.unit_word = begin;
    }
    bool between = false;
    const std::uint32_t first = begin;
    begin = take_bounds(quantity, begin, between);
    if (hit->inside != 0) {
      quantity.hyphened = true;
    } else {
      if (is_score(quantity, end)) return number_at(end + 1)->end;
      std::uint32_t after_unit = end;
      const bool early_unit = take_unit(quantity, after_unit) && range_end(after_unit, between).has_value();
      std::uint32_t at = early_unit ? after_unit : end;
      if (take_range(quantity, at, begin, between)) end = at;
      if (take_unit(quantity, end)) {
        if (is_hyphen(end) && is(end + 1, "old")) return end + 2;
        if (is(end, "old")) return end + 1;
      } else if (is_hyphen(end) && joined(end) && joined(end - 1) && lexicon_.is(Class::member, lower(end + 1))) {
        quantity.hyphened = true;
        end += 2;
      }
      if (!quantity.bounded || quantity.qualifier == Qualifier::exact) {
        if (const auto after = lexicon_.bound_after(annotation_, end); after.qualifier) {
          quantity.bounded = true;
          apply(quantity, *after.qualifier);
          end = after.edge;
        }
      }
    }
    quantity.words = {begin, end};
    quantity.number = {first, end};
    quantity.anchor = anchor_of(quantity.number);
    out.push_back(quantity);
    return end;
  }
};

}  // namespace

void QuantityFinder::find(const Annotation& annotation, std::vector<Quantity>& out) const {
  QuantityReader(lexicon_, annotation).read(out);
}

}  // namespace annals
