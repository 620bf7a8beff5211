"""Can everybody follow the film, in every language, whatever they see, hear or can point at?"""
