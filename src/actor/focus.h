// Weights of states: how much a story, or a sentence of it, is about each.
#pragma once
#include <string_view>
#include <vector>

namespace annals {

class CountryWeights {
 public:
  void clear() { weights_.clear(); }
  void add(std::string_view code, double weight);
  void raise(std::string_view code, double weight);  // to at least that
  void add(const CountryWeights& others, double factor);
  std::string_view heaviest(std::string_view apart) const;  // empty where there is none
  double of(std::string_view code) const;

 private:
  struct Weight {
    std::string_view code;  // borrowed from the lexicon
    double weight;
  };
  std::vector<Weight> weights_;
};

}  // namespace annals
