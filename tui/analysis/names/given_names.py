"""Common given names by gender: what tells a person from a place, and whom "he" or "she" may mean."""

from __future__ import annotations

_MALE = """
aaron abdul abdullah abraham adam adrian ahmad ahmed al alan albert alejandro alex alexander alexei
alfred ali allen amit amir andre andrea andreas andrei andrew andy angus anil ansel anthony antonio
anwar arjun arnold arthur arun ashok asif barack barry ben benjamin bernard bernie bill billy bob bobby
boris brad bradley brandon brendan brent brett brian bruce bryan calvin cameron carl carlos chad charles
charlie chris christian christopher chuck clarence clark claude clint colin cory corey craig curtis dale
damian dan daniel danny darren darrell dave david dean dennis derek deval devin dick diego dmitri dmitry
dominic don donald doug douglas duncan dwight dylan earl ed eddie edgar eduardo edward edwin elijah
elliott emmanuel enrique eric erik ernest ethan eugene evan fernando francis francisco francois frank
franklin fred frederick gabriel gary gavin gene geoff geoffrey george gerald gerard gerry gordon graham
grant greg gregory guillermo gustavo guy hakeem hans hank harold harry harvey hassan hector henry
herbert herman howard hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques jake
jamal james jamie jared jason javier jay jean jeff jefferson jeffrey jeremy jerome jerry jesse jim jimmy
joe joel joey john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian julio justin
kamal karl keith ken kenneth kevin khalid kirk kurt kyle lamar lance larry lars lawrence lee leo leon
leonard lester lewis liam lloyd logan louis lucas luis luke mahmoud malcolm manuel marc marco marcus
mario mark marshall martin marty marvin mateo matt matthew maurice max mehmet michael miguel mike
mikhail mitch mitt mohamed mohammad mohammed muhammad mustafa narendra nathan nathaniel ned neil newt
nicholas nick nicolas nigel nikolai noah noam norman oleg oliver omar oscar otto owen pablo patrick paul
pedro perry pete peter phil philip phillip pierre rafael rahul raj rajesh ralph ramesh rand randall
randy raul ravi ray raymond recep reggie rex ricardo richard rick ricky rob robert roberto robin rod
rodney rodrigo roger roland roman ron ronald rory ross roy rudolph rudy rupert russell ryan sam samuel
sanjay saul scott sean sebastian sergei sergey seth shane shaun sidney silvio simon spencer stan stanley
stefan stephen steve steven stewart stuart sunil suresh ted terrence terry thabo theodore thom thomas
tim timothy tobias todd tom tommy tony travis trevor troy tyler vernon victor vijay viktor vincent
vladimir volodymyr wade wallace walter warren wayne wendell wesley will willard william willie winston
wolf xavier xi yasser yusuf zachary
"""
_FEMALE = """
abigail agnes aisha alexandra alexandria alice alicia alison allison alyssa amanda amber amelia amy ana
anastasia andrea angela angelina anita ann anna annabel anne annette annie april ariana arlene ashley
audrey barbara beatrice becky bella bernadette beth betsy betty beverly bonnie brenda bridget brittany
brooke camila candace carla carly carmen carol carole caroline carolyn carrie cassandra catherine cathy
cecilia celeste charlene charlotte chelsea cheryl chloe christina christine chrissy cindy claire clara
claudia colleen condoleezza constance courtney cristina crystal cynthia daisy dana danielle daphne dawn
deborah debbie debra deirdre delia denise diana diane dianne dolores donna dora doris dorothy edith
eileen elaine eleanor elena elise elizabeth ella ellen ellie elsa emily emma erica erika erin esther
ethel eva eve evelyn faith fatima fatou felicia fiona florence frances gabriela gabrielle gail georgia
geraldine gertrude gillian gina ginger gladys glenda gloria grace greta gretchen gwen hailey hannah
harriet hazel heather heidi helen helena hillary hilary holly hope ida ilhan indira ingrid irene iris
isabel isabella ivanka ivy jackie jacqueline jane janet janice jasmine jean jeanette jeanne jen jenna
jennifer jenny jessica jill jo joan joanna joanne jodi josephine joy joyce juanita judith judy julia
juliana julie juliet june kaitlyn kamala kara karen karin karine kate katherine kathleen kathryn kathy
katie katrina kay kayla kayleigh kellyanne kelly kendra kim kimberly kirsten kirstjen kristen kristin
kristina laila lara laura lauren laurie layla leah leila lena leslie lillian lily linda lindsay lindsey
lisa lois loretta lori lorraine louise lucia lucille lucy lydia lynn mabel mackenzie madeleine madison
maggie malala marcia margaret maria marian marianne marie marilyn marina marine marissa marjorie marlene
marsha martha mary maureen maxine may megan meghan melania melanie melinda melissa mercedes meredith mia
michaela michele michelle mildred miranda miriam molly mona monica nadia nancy naomi natalia natalie
natasha nicola nicole nikki nina nora norma octavia olga olivia pamela patricia patty paula pauline
peggy penelope penny phyllis priscilla priya rachel rashida rebecca regina renee rhonda rita roberta
robyn rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah savannah
shannon sharon sheila shelley sheryl shirley sienna silvia sofia sonia sonya sophia sophie stacey stacy
stella stephanie sue susan suzanne svetlana sylvia tamara tammy tanya tara teresa tess thelma theresa
tiffany tina toni tracy tulsi ursula valerie vanessa vera veronica victoria viola violet virginia vivian
wanda wendy whitney winifred yolanda yulia yvette yvonne zoe
"""

MALE = frozenset(_MALE.split())
FEMALE = frozenset(_FEMALE.split())
GIVEN = MALE | FEMALE
