// Numbers with their bounds and units: a grammar over tokens, read from left to right.
#include "record/quantities.h"

#include <algorithm>
#include <charconv>

namespace annals {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The figures that a token begins with, as "1,643" or "1.2"; what follows them stays in `rest`.
std::optional<double> take_figures(std::string_view& rest) {
  if (rest.empty() || !is_digit(rest.front())) return std::nullopt;
  double value = 0;
  std::size_t i = 0;
  while (i < rest.size() && is_digit(rest[i])) value = value * 10 + (rest[i++] - '0');
  const auto group = [&] {  // ",643"
    return i + 3 < rest.size() && rest[i] == ',' && is_digit(rest[i + 1]) && is_digit(rest[i + 2]) &&
           is_digit(rest[i + 3]) && (i + 4 == rest.size() || !is_digit(rest[i + 4]));
  };
  while (group()) {
    value = value * 1000 + (rest[i + 1] - '0') * 100 + (rest[i + 2] - '0') * 10 + (rest[i + 3] - '0');
    i += 4;
  }
  if (i + 1 < rest.size() && rest[i] == '.' && is_digit(rest[i + 1])) {
    std::size_t end = i + 1;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    double fraction = 0;
    std::from_chars(rest.data() + i - 1, rest.data() + end, fraction);  // "3.14": from the last whole figure
    value = value - (rest[i - 1] - '0') + fraction;
    i = end;
  }
  rest.remove_prefix(i);
  return value;
}

// A bare number and where it ends.
struct NumberHit {
  double value = 0;
  std::uint32_t end = 0;
  bool round = false;     // "hundreds": a floor
  bool loose = false;     // "a few hundred"
  bool fraction = false;  // percent
  bool figures = false;
  std::uint32_t inside = 0;  // bytes of a last token that goes on after the number: "62-member"
};

class QuantityReader {
 public:
  QuantityReader(const QuantityLexicon& lexicon, const Annotation& annotation)
      : lexicon_(lexicon), annotation_(annotation), size_(static_cast<std::uint32_t>(annotation.tokens.size())) {}

  void read(std::vector<Quantity>& out) {
    for (std::uint32_t i = 0; i < size_;) {
      i = may_begin(i) ? read_at(i, out) : i + 1;
    }
  }

 private:
  using Class = QuantityClass;

  std::string_view lower(std::uint32_t i) const { return i < size_ ? annotation_.lower(i) : std::string_view{}; }
  bool is(std::uint32_t i, std::string_view word) const { return lower(i) == word; }
  bool is_hyphen(std::uint32_t i) const { return is(i, "-") || is(i, "–") || is(i, "‐"); }
  std::uint32_t skip_hyphen(std::uint32_t i) const { return is_hyphen(i) ? i + 1 : i; }
  bool joined(std::uint32_t i) const {  // to the token after it
    return i + 1 < size_ && annotation_.tokens[i].bytes.end == annotation_.tokens[i + 1].bytes.begin;
  }

  // Cheap: most words are neither.
  bool may_begin(std::uint32_t i) const {
    const Token& t = annotation_.tokens[i];
    if (t.is(kIsPunct) || t.is(kIsSpace)) return false;
    const std::string_view word = lower(i);
    if (word.empty()) return false;
    if (is_digit(word.front())) return true;
    if (t.tag == Tag::CD || t.is(kLikeNum) || t.is(kIsCurrency)) return true;
    if (t.tag == Tag::NNS) return lexicon_.is(Class::plural, word);
    if (t.tag == Tag::NN || t.tag == Tag::PDT || t.tag == Tag::DT || t.pos == Pos::ADJ) {
      return word == "half" || word == "a" || word == "an" || lexicon_.is(Class::few, word) ||
             lexicon_.is(Class::scale, word) || lexicon_.is(Class::fraction, word);
    }
    return false;
  }

  // "twenty", "twenty-five".
  std::optional<NumberHit> below_hundred(std::uint32_t i) const {
    const auto tens = lexicon_.find(Class::number, lower(i));
    if (!tens) return std::nullopt;
    NumberHit hit;
    hit.value = *tens;
    hit.end = i + 1;
    if (*tens < 20 || *tens > 90) return hit;
    const std::uint32_t next = skip_hyphen(hit.end);
    const auto ones = lexicon_.find(Class::number, lower(next));
    if (!ones || *ones < 1 || *ones > 9) return hit;
    hit.value += *ones;
    hit.end = next + 1;
    return hit;
  }

  std::optional<double> scale_at(std::uint32_t i, bool after_figures) const {
    const std::string_view word = lower(i);
    if (word.size() <= 2 && !after_figures) return std::nullopt;  // "m", "bn"
    if (word.size() == 1 && !joined(i - 1)) return std::nullopt;  // "5 m" are metres
    return lexicon_.find(Class::scale, word);
  }

  // Scales after a number: "million", "hundred thousand", and what is added: "two hundred and six".
  void take_scales(NumberHit& hit) const {
    double scale_limit = 0;
    for (;;) {
      const std::uint32_t at = skip_hyphen(hit.end);
      const auto scale = scale_at(at, hit.figures);
      if (!scale) break;
      hit.value *= *scale;
      hit.end = at + 1;
      scale_limit = *scale;
    }
    if (scale_limit < 100 || hit.figures) return;
    const std::uint32_t next = is(hit.end, "and") ? hit.end + 1 : hit.end;
    auto rest = below_hundred(next);
    if (!rest) return;
    take_scales(*rest);
    if (rest->value >= scale_limit) return;
    hit.value += rest->value;
    hit.end = rest->end;
  }

  // "1,643", "1.2m", "2 1/2", "62-member".
  std::optional<NumberHit> figures_at(std::uint32_t i) const {
    std::string_view rest = lower(i);
    const auto value = take_figures(rest);
    if (!value) return std::nullopt;
    NumberHit hit;
    hit.value = *value;
    hit.figures = true;
    hit.end = i + 1;
    if (rest == "1/2" || rest == "½") {
      hit.value += 0.5;
      return hit;
    }
    if (rest.starts_with('-') && rest.size() > 2 && !is_digit(rest[1])) {
      rest.remove_prefix(1);
      if (const auto scale = lexicon_.find(Class::scale, rest)) {
        hit.value *= *scale;
        return hit;
      }
      hit.inside = static_cast<std::uint32_t>(rest.size());
      return hit;
    }
    if (!rest.empty()) {
      const auto scale = lexicon_.find(Class::scale, rest);  // "1.2bn"
      if (!scale) return std::nullopt;
      hit.value *= *scale;
      return hit;
    }
    if (is(hit.end, "1/2") || is(hit.end, "½")) {
      hit.value += 0.5;
      ++hit.end;
    }
    take_scales(hit);
    return hit;
  }

  // "hundreds", "tens of thousands", "hundreds of millions".
  std::optional<NumberHit> round_at(std::uint32_t i) const {
    auto scale = lexicon_.find(Class::plural, lower(i));
    if (!scale) return std::nullopt;
    NumberHit hit;
    hit.round = true;
    hit.value = 2 * *scale;
    hit.end = i + 1;
    while (is(hit.end, "of") && (scale = lexicon_.find(Class::plural, lower(hit.end + 1)))) {
      hit.value *= *scale;
      hit.end += 2;
    }
    return hit;
  }

  // "a few hundred", "several dozen", "a couple of thousand".
  std::optional<NumberHit> few_at(std::uint32_t i) const {
    std::uint32_t at = is(i, "a") ? i + 1 : i;
    const auto few = lexicon_.find(Class::few, lower(at));
    if (!few) return std::nullopt;
    at += is(at + 1, "of") ? 2 : 1;
    const auto scale = scale_at(at, false);
    if (!scale) return std::nullopt;
    NumberHit hit;
    hit.value = *few;
    hit.end = at;
    hit.loose = true;
    take_scales(hit);
    return hit;
  }

  // "a dozen", "a hundred", "half a million", "one and a half million".
  std::optional<NumberHit> spelled_at(std::uint32_t i) const {
    NumberHit hit;
    if (is(i, "half") && (is(i + 1, "a") || is(i + 1, "an"))) {
      if (!scale_at(i + 2, false)) return std::nullopt;
      hit.value = 0.5;
      hit.end = i + 2;
    } else if (is(i, "a") || is(i, "an")) {
      hit.value = 1;
      hit.end = i + 1;
      if (is(hit.end, "half") && is_hyphen(hit.end + 1)) {  // "a half-million"
        hit.value = 0.5;
        ++hit.end;
      }
      if (!scale_at(skip_hyphen(hit.end), false)) return std::nullopt;
    } else if (const auto small = below_hundred(i)) {
      hit = *small;
    } else {
      return std::nullopt;
    }
    if (is(hit.end, "and") && is(hit.end + 1, "a") && is(hit.end + 2, "half")) {
      hit.value += 0.5;
      hit.end += 3;
    }
    take_scales(hit);
    return hit;
  }

  std::optional<NumberHit> small_at(std::uint32_t i) const {
    if (i >= size_ || lower(i).empty()) return std::nullopt;
    if (!is_digit(lower(i).front())) return below_hundred(i);
    std::string_view rest = lower(i);
    NumberHit hit;
    const auto value = take_figures(rest);
    if (!value || !rest.empty() || *value > 1000) return std::nullopt;
    hit.value = *value;
    hit.end = i + 1;
    return hit;
  }

  // Wholes of which shares are told: "four in ten", "1 in 100".
  static bool is_whole(double value) {
    return (value >= 2 && value <= 12) || value == 20 || value == 50 || value == 100 || value == 1000;
  }

  // "half of", "a third of", "three quarters of", "two-thirds", "one in five", "nine out of ten".
  std::optional<NumberHit> share_at(std::uint32_t i) const {
    NumberHit hit;
    hit.fraction = true;
    std::uint32_t at = i;
    double count = 1;
    if (is(at, "a") || is(at, "an")) {
      ++at;
    } else if (const auto n = small_at(at)) {
      count = n->value;
      at = n->end;
      const std::uint32_t in = is(at, "in") ? at + 1 : (is(at, "out") && is(at + 1, "of") ? at + 2 : 0);
      if (in != 0) {  // "one in (every) five"
        const auto whole = small_at(is(in, "every") ? in + 1 : in);
        if (!whole || whole->value <= count || !is_whole(whole->value)) return std::nullopt;
        if (annotation_.tokens[i].pos == Pos::PROPN) return std::nullopt;  // "Formula One in three years"
        hit.value = 100 * count / whole->value;
        hit.end = whole->end;
        return hit;
      }
      at = skip_hyphen(at);
    }
    const auto part = lexicon_.find(Class::fraction, lower(at));
    if (!part) return std::nullopt;
    hit.end = at + 1;
    const bool bare_half = is(at, "half") && (is(hit.end, "the") || is(hit.end, "its") || is(hit.end, "their"));
    if (!is(hit.end, "of") && !bare_half) return std::nullopt;
    const bool plural = lower(at).ends_with('s');
    if (at == i && !is(at, "half")) return std::nullopt;  // "quarter of" as a part of the year or of a town
    if (plural && count < 2) return std::nullopt;
    hit.value = *part * count;
    if (hit.value > 66.6 && hit.value < 66.7) hit.value = 66.67;
    return hit;
  }

  std::optional<NumberHit> number_at(std::uint32_t i) const {
    if (i >= size_ || lower(i).empty()) return std::nullopt;
    if (auto hit = share_at(i)) return hit;
    if (is_digit(lower(i).front())) return figures_at(i);
    if (auto hit = few_at(i)) return hit;
    if (auto hit = round_at(i)) return hit;
    return spelled_at(i);
  }

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
    const auto hit = lexicon_.unit_at(annotation_, from);
    if (hit.unit == nullptr) return false;
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

  const QuantityLexicon& lexicon_;
  const Annotation& annotation_;
  const std::uint32_t size_;
};

}  // namespace

void QuantityFinder::find(const Annotation& annotation, std::vector<Quantity>& out) const {
  QuantityReader(lexicon_, annotation).read(out);
}

}  // namespace annals
