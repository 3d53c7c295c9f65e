// The words of a noun phrase as records quote them.
#include "record/phrase_text.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::uint32_t kLongest = 16;  // tokens

bool is_article(const Annotation& annotation, std::uint32_t i) {
  const Token& t = annotation.tokens[i];
  return t.tag == Tag::DT || t.tag == Tag::PDT || t.tag == Tag::PRPS || t.is(kIsPunct) || t.is(kIsSpace);
}

// "the 50 delegates"; not the number of "21-day".
bool is_number(const Annotation& annotation, std::uint32_t i, std::uint32_t noun) {
  return annotation.tokens[i].tag == Tag::CD && i < noun &&
         annotation.tokens[i + 1].bytes.begin > annotation.tokens[i].bytes.end;
}

bool is_blank(const Annotation& annotation, std::uint32_t i) {
  const Token& t = annotation.tokens[i];
  return t.is(kIsSpace) && annotation.text(i).find('\n') != std::string_view::npos;
}

// "12 soldiers and a driver": what has an article or number of its own is not counted with the rest.
bool counted_together(const Annotation& annotation, std::uint32_t conjunct) {
  for (const std::uint32_t c : annotation.children(conjunct)) {
    const Dep dep = annotation.tokens[c].dep;
    if (dep == Dep::nummod || dep == Dep::poss) return false;
    if (dep == Dep::det &&
        (annotation.lower(c) == "a" || annotation.lower(c) == "an" || annotation.lower(c) == "the")) {
      return false;
    }
  }
  const Token& t = annotation.tokens[conjunct];
  return t.tag == Tag::NNS || t.tag == Tag::NNPS;
}

// Whether the phrase goes on with this dependent of its noun.
bool belongs(const Layers& layers, std::uint32_t child) {
  const Annotation& annotation = layers.language;
  const Token& t = annotation.tokens[child];
  switch (t.dep) {
    case Dep::prep:
      return annotation.lower(child) != "including" &&
             (child + 1 >= annotation.tokens.size() || !in_time(layers, t.right_edge));
    case Dep::acl:
    case Dep::relcl:
    case Dep::compound:
    case Dep::amod:
    case Dep::case_:
      return true;
    case Dep::cc:
      return true;
    case Dep::conj:
      return counted_together(annotation, child);
    default:
      return false;
  }
}

std::uint32_t end_of(const Layers& layers, std::uint32_t noun) {
  const Annotation& annotation = layers.language;
  std::uint32_t end = noun + 1;
  for (const std::uint32_t c : annotation.children(noun)) {
    const Token& t = annotation.tokens[c];
    if (c < noun) continue;
    if (t.left_edge != end) {  // a comma or something left out stands between
      if (t.dep == Dep::conj && t.left_edge == end + 1 && annotation.tokens[end].dep == Dep::cc) {
        // "patients and civilians"
      } else {
        break;
      }
    }
    if (t.dep == Dep::cc) continue;
    if (!belongs(layers, c)) break;
    end = t.dep == Dep::conj ? end_of(layers, c) : t.right_edge + 1;
  }
  return end;
}

}  // namespace

bool in_time(const Layers& layers, std::uint32_t token) {
  return std::any_of(layers.times.begin(), layers.times.end(),
                     [&](const Timex& time) { return time.words.contains(token); });
}

std::string phrase_text(const Layers& layers, std::uint32_t begin, std::uint32_t noun, std::uint32_t stop) {
  const Annotation& annotation = layers.language;
  while (begin < noun && (is_article(annotation, begin) || is_number(annotation, begin, noun))) ++begin;
  std::uint32_t end = std::max(end_of(layers, noun), noun + 1);
  end = std::min({end, stop, begin + kLongest, static_cast<std::uint32_t>(annotation.tokens.size())});
  for (std::uint32_t i = noun; i < end; ++i) {
    const std::string_view text = annotation.text(i);
    if (is_blank(annotation, i) || text == "(" || text == "," || text == ";" || text == ":" || text == "\"") end = i;
  }
  while (end > noun + 1 && (annotation.tokens[end - 1].is(kIsPunct) || annotation.tokens[end - 1].is(kIsSpace))) --end;
  std::string text;
  for (std::uint32_t i = begin; i < end; ++i) {  // on one line
    const Token& t = annotation.tokens[i];
    if (t.is(kIsSpace)) {
      if (!text.empty() && text.back() != ' ') text.push_back(' ');
      continue;
    }
    text.append(annotation.text(i));
    if (i + 1 < end && annotation.tokens[i + 1].bytes.begin > t.bytes.end) text.push_back(' ');
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string phrase_text(const Layers& layers, std::uint32_t noun) {
  return phrase_text_until(layers, noun, 0xFFFFFFFF);
}

std::string phrase_text_until(const Layers& layers, std::uint32_t noun, std::uint32_t stop) {
  const Annotation& annotation = layers.language;
  std::uint32_t begin = std::min(annotation.tokens[noun].left_edge, noun);
  return phrase_text(layers, begin, noun, stop);
}

std::string clipped_text(const Layers& layers, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongestClause = 14;  // tokens
  const Annotation& annotation = layers.language;
  end = std::min(end, begin + kLongestClause);
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& t = annotation.tokens[i];
    const std::string_view word = annotation.lower(i);
    if (t.is(kIsSpace) || word == "," || word == "\"") end = i;
    if (t.dep == Dep::relcl && t.left_edge > begin) end = std::min(end, t.left_edge);
  }
  const auto links = [&](std::uint32_t i) {
    const Pos pos = annotation.tokens[i].pos;
    return pos == Pos::ADP || pos == Pos::DET || pos == Pos::CCONJ || pos == Pos::SCONJ || pos == Pos::PART;
  };
  while (end > begin && links(end - 1)) --end;
  return end > begin ? std::string(annotation.text(TokenSpan{begin, end})) : std::string();
}

}  // namespace annals
