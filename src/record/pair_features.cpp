// What the classifier of pairs sees of a sentence.
#include "record/pair_features.h"

#include <algorithm>
#include <cmath>

#include "base/string_key.h"

namespace annals {
namespace {

bool is_content(const Token& t) {
  return t.pos == Pos::VERB || t.pos == Pos::NOUN || t.pos == Pos::ADJ || t.pos == Pos::ADV;
}

// Function words that tell senses apart: "call for", "call off", "will".
bool is_telling(const Token& t) {
  return t.pos == Pos::ADP || t.pos == Pos::PART || t.tag == Tag::MD || t.dep == Dep::neg;
}

class Writer {
 public:
  explicit Writer(PairFeatures& out) : out_(out) {}

  // The parts of a feature's name, as in {"path", "condemn"}.
  void add(std::initializer_list<std::string_view> parts) {
    name_.clear();
    for (const std::string_view part : parts) name_.append(part).push_back('|');
    out_.named.push_back(string_key(name_));
  }

 private:
  PairFeatures& out_;
  std::string name_;
};

// The average direction of the words' vectors.
class Average {
 public:
  Average(const WordVectors& vectors, float* out) : vectors_(vectors), out_(out) {}

  void add(std::string_view word, float weight = 1) {
    const float* v = vectors_.find(string_key(word));
    if (v == nullptr) return;
    const float length = norm(v);
    if (length == 0) return;
    for (std::size_t i = 0; i < vectors_.width(); ++i) out_[i] += weight * v[i] / length;
  }
  void finish() {
    const float length = norm(out_);
    if (length == 0) return;
    for (std::size_t i = 0; i < vectors_.width(); ++i) out_[i] /= length;
  }

 private:
  float norm(const float* v) const {
    float sum = 0;
    for (std::size_t i = 0; i < vectors_.width(); ++i) sum += v[i] * v[i];
    return std::sqrt(sum);
  }

  const WordVectors& vectors_;
  float* out_;
};

// How near an act is to the pair, by its support.
std::string_view tier_name(int support) {
  return support >= 8 ? "sure" : support >= 6 ? "likely" : support >= 4 ? "side" : support > 0 ? "near" : "far";
}

void add_words(const Annotation& annotation, TokenSpan actor, TokenSpan recipient, const PairWorkspace& workspace,
               const WordVectors& vectors, Writer& named, float* dense) {
  const std::size_t width = vectors.width();
  Average path(vectors, dense), joint(vectors, dense + width), sentence(vectors, dense + 2 * width);
  const std::uint32_t begin = std::min(actor.end, recipient.end), end = std::max(actor.begin, recipient.begin);
  for (std::uint32_t i = 0; i < annotation.tokens.size(); ++i) {
    const Token& t = annotation.tokens[i];
    const bool content = is_content(t);
    if (actor.contains(i) || recipient.contains(i) || (!content && !is_telling(t))) continue;
    const bool on_path = workspace.path[i] != 0;
    const std::string_view lemma = annotation.lemma(t);
    named.add({"word", lemma});
    if (on_path) named.add({"path", lemma});
    if (on_path) named.add({"label", kDepNames[static_cast<std::size_t>(t.dep)]});
    if (begin <= i && i < end) named.add({"between", lemma});
    if (!content) continue;
    const std::string_view word = annotation.lower(t);
    sentence.add(word, on_path ? 2.0F : 1.0F);
    if (on_path) path.add(word);
    if (i == workspace.joint) joint.add(word);
  }
  path.finish();
  joint.finish();
  sentence.finish();
}

void add_acts(const PairWorkspace& workspace, Writer& named) {
  for (std::size_t i = 0; i < workspace.found.size(); ++i) {
    const Act& act = workspace.found[i];
    const std::string_view type = pair_type(act);
    named.add({"act", type});
    named.add({"act", type, tier_name(workspace.supports[i])});
    named.add({"frame", act.frame->type});
  }
}

}  // namespace

void pair_features(const Annotation& annotation, TokenSpan actor, TokenSpan recipient, const PairWorkspace& workspace,
                   const WordVectors& vectors, PairFeatures& features) {
  features.named.clear();
  features.dense.assign(kPairVectors * vectors.width(), 0.0F);
  Writer named(features);
  add_words(annotation, actor, recipient, workspace, vectors, named, features.dense.data());
  add_acts(workspace, named);
  named.add({"order", actor.begin < recipient.begin ? "actor first" : "recipient first"});
  std::sort(features.named.begin(), features.named.end());
  features.named.erase(std::unique(features.named.begin(), features.named.end()), features.named.end());
}

}  // namespace annals
