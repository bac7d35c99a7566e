select term, code
from provider.category_term
