// Printing of annotations in CoNLL-U.
#include "output/conllu.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <span>
#include <vector>

#include "base/unicode.h"

namespace annals {
namespace {

std::string_view or_none(std::string_view s) { return s.empty() ? "_" : s; }

void append_number(std::size_t number, std::string& out) { out += std::to_string(number); }

// White space as UDPipe writes it in SpacesAfter (ufal.mff.cuni.cz/udpipe/1/users-manual).
void append_escaped(std::string_view spaces, std::string& out) {
  for (const char c : spaces) {
    switch (c) {
      case ' ':
        out += "\\s";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '|':
        out += "\\p";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
}

// An id in which white space, and the slash that the format keeps for itself, have become "_".
std::string sentence_id_prefix(std::string_view story_id) {
  std::string prefix(story_id);
  for (char& c : prefix) {
    if (std::isspace(static_cast<unsigned char>(c)) != 0 || c == '/') c = '_';
  }
  return prefix.empty() ? prefix : prefix + ".";
}

class Printer {
 public:
  Printer(const Annotation& annotation, const PipelineLabels& labels, std::string_view story_id, std::string& out)
      : annotation_(annotation), labels_(labels), prefix_(sentence_id_prefix(story_id)), out_(out) {
    for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
      if (!annotation.tokens[i].is(kIsSpace)) words_.push_back(i);
    }
    if (story_id.empty()) return;
    out_ += "# newdoc id = ";
    for (const char c : story_id) out_ += c == '\n' || c == '\r' ? ' ' : c;
    out_ += '\n';
  }

  void print() {
    auto first = words_.begin();
    for (const TokenSpan sentence : annotation_.sentences) {
      const auto last = std::lower_bound(first, words_.end(), sentence.end);
      if (first != last) print_sentence({first, last});
      first = last;
    }
  }

 private:
  using Words = std::span<const std::uint32_t>;

  void print_sentence(Words words) {
    number_heads(words);
    out_ += "# sent_id = " + prefix_;
    append_number(++sentences_, out_);
    out_ += "\n# text = ";
    for (const std::uint32_t word : words) {
      out_ += annotation_.text(word);
      if (word != words.back() && !spaces_after(word).empty()) out_ += ' ';
    }
    out_ += '\n';
    for (std::size_t i = 0; i < words.size(); ++i) print_word(words, i);
    out_ += '\n';
  }

  // The place of each word's head in the sentence, from 1; 0 for its one root. A second root, which cutting a sentence
  // or leaving a token out may make, attaches to the first.
  void number_heads(Words words) {
    heads_.clear();
    root_ = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto head = std::lower_bound(words.begin(), words.end(), printed_head(words[i]));
      const bool within = head != words.end() && *head == printed_head(words[i]) && *head != words[i];
      heads_.push_back(within ? static_cast<std::size_t>(head - words.begin()) + 1 : 0);
      if (!within && root_ == 0) root_ = i + 1;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (heads_[i] == 0 && i + 1 != root_) heads_[i] = root_;
    }
  }

  // The nearest token above `word` that is no white space; `word` itself if there is none.
  std::uint32_t printed_head(std::uint32_t word) const {
    std::uint32_t head = annotation_.tokens[word].head;
    while (annotation_.tokens[head].is(kIsSpace)) {
      const std::uint32_t above = annotation_.tokens[head].head;
      if (above == head) return word;
      head = above;
    }
    return head;
  }

  void print_word(Words words, std::size_t i) {
    const Token& token = annotation_.tokens[words[i]];
    append_number(i + 1, out_);
    column(annotation_.text(token));
    column(annotation_.lemma(token));
    column(token.pos == Pos::SPACE ? "X" : kPosNames[static_cast<std::size_t>(token.pos)]);
    column(labels_.tags.name(token.tag));
    column(annotation_.morph_names.empty() ? std::string_view() : annotation_.morph_names[token.morph]);
    out_ += '\t';
    append_number(heads_[i], out_);
    column(relation(token, heads_[i]));
    column({});
    out_ += '\t';
    print_misc(words[i]);
    out_ += '\n';
  }

  void column(std::string_view value) {
    out_ += '\t';
    out_ += or_none(value);
  }

  std::string_view relation(const Token& token, std::size_t head) const {
    if (head == 0) return "root";
    return token.dep == Dep::ROOT ? "dep" : labels_.deps.name(token.dep);
  }

  // In alphabetical order, as the format asks.
  void print_misc(std::uint32_t word) {
    const Token& token = annotation_.tokens[word];
    const std::size_t start = code_points_to(token.bytes.begin);
    out_ += "End=";
    append_number(code_points_to(token.bytes.end), out_);
    if (token.entity != EntityType::none) {
      out_ += begins_entity(word) ? "|NER=B-" : "|NER=I-";
      out_ += labels_.entities.name(token.entity);
    }
    const auto after = spaces_after(word);
    if (after.empty()) out_ += "|SpaceAfter=No";
    if (!after.empty() && after != " ") {
      out_ += "|SpacesAfter=";
      append_escaped(after, out_);
    }
    if (word == words_.front() && token.bytes.begin > 0) {
      out_ += "|SpacesBefore=";
      append_escaped(annotation_.story_text.substr(0, token.bytes.begin), out_);
    }
    out_ += "|Start=";
    append_number(start, out_);
  }

  // True as well where the tokens of the entity before this one are all white space.
  bool begins_entity(std::uint32_t word) const {
    while (!annotation_.tokens[word].starts_entity) {
      if (word == 0 || !annotation_.tokens[word - 1].is(kIsSpace)) return false;
      --word;
    }
    return true;
  }

  // The text between a word and the next one, in this sentence or another.
  std::string_view spaces_after(std::uint32_t word) const {
    const std::size_t end = annotation_.tokens[word].bytes.end;
    const auto next = std::upper_bound(words_.begin(), words_.end(), word);
    const std::size_t to = next == words_.end() ? annotation_.story_text.size() : annotation_.tokens[*next].bytes.begin;
    return annotation_.story_text.substr(end, to - end);
  }

  // Code points before `byte`, which grows from call to call.
  std::size_t code_points_to(std::uint32_t byte) {
    for (; counted_bytes_ < byte; ++counted_bytes_) {
      if (!is_continuation(annotation_.story_text[counted_bytes_])) ++counted_points_;
    }
    return counted_points_;
  }

  const Annotation& annotation_;
  const PipelineLabels& labels_;
  std::string prefix_;
  std::string& out_;
  std::vector<std::uint32_t> words_;  // the tokens that are printed
  std::vector<std::size_t> heads_;    // of the sentence at hand
  std::size_t root_ = 0;
  std::size_t sentences_ = 0;
  std::uint32_t counted_bytes_ = 0;
  std::size_t counted_points_ = 0;
};

}  // namespace

void append_conllu(const Annotation& annotation, const PipelineLabels& labels, std::string_view story_id,
                   std::string& out) {
  Printer(annotation, labels, story_id, out).print();
}

}  // namespace annals
